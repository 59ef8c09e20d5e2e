package dev.understudy.reliability;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Where something can go wrong, from the claim of an operation to its audit entry, each
 * with the method that is passed there.
 */
public enum FaultPoint {

	/** The row is locked and claimed, within the transaction. */
	CLAIM("dev.understudy.delivery.OperationStore", "fence", null, true),

	/** Before SageMaker is asked what stands under the name. */
	OBSERVE("dev.understudy.sagemaker.ShadowTests", "describe", "DescribeInferenceExperiment", false),

	/** Before it is asked for the tags of what was found. */
	TAGS("dev.understudy.sagemaker.ShadowTests", "tags", "ListTags", false),

	/** When the intent is written, within the transaction. */
	INTENT("dev.understudy.delivery.AttemptStore", "intend", null, true),

	/** The intent is committed, nothing has been sent. */
	SEND("dev.understudy.sagemaker.ShadowTests", "create", "CreateInferenceExperiment", false),

	/** SageMaker has answered, and the answer is written down, within the transaction. */
	RESPONSE("dev.understudy.delivery.AttemptStore", "answer", null, true),

	/** When the end is written, within the transaction. */
	CONFIRM("dev.understudy.delivery.Endings", "confirmed", null, true),

	/** Before a page of what there is in SageMaker is read. */
	POLL("dev.understudy.sagemaker.ShadowTests", "list", "ListInferenceExperiments", false),

	/** What a poll showed of an experiment is written, within the transaction. */
	SIGHT("dev.understudy.experiment.ExperimentStore", "add", null, true),

	/** The intent to stop is committed, nothing has been sent. */
	STOP("dev.understudy.sagemaker.ShadowTests", "change", "StopInferenceExperiment", false),

	/** The intent to update is committed, nothing has been sent. */
	UPDATE("dev.understudy.sagemaker.ShadowTests", "change", "UpdateInferenceExperiment", false),

	/** The intent to delete is committed, nothing has been sent. */
	DELETE("dev.understudy.sagemaker.ShadowTests", "change", "DeleteInferenceExperiment", false),

	/** When the audit entry of the end is written, within the transaction. */
	AUDIT("dev.understudy.audit.AuditTrail", "record", null, true);

	private final String type;

	private final String method;

	private final @Nullable String call;

	private final boolean transactional;

	FaultPoint(String type, String method, @Nullable String call, boolean transactional) {
		this.type = type;
		this.method = method;
		this.call = call;
		this.transactional = transactional;
	}

	/** The class or interface of ours that is passed through. */
	String type() {
		return this.type;
	}

	String method() {
		return this.method;
	}

	/** The call to SageMaker that is made there, if one is. */
	@Nullable String call() {
		return this.call;
	}

	/** Whether a transaction is open there. */
	boolean isTransactional() {
		return this.transactional;
	}

	/** Whether it lies on the way of a change to an experiment that exists. */
	boolean isChange() {
		return this == STOP || this == UPDATE || this == DELETE;
	}

	/** Whether it is passed by what watches experiments, on the way of no operation. */
	boolean isTracking() {
		return this == POLL || this == SIGHT;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}

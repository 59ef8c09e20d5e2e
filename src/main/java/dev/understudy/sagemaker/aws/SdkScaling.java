package dev.understudy.sagemaker.aws;

import java.util.Optional;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

import dev.understudy.sagemaker.Scaling;
import dev.understudy.target.Target;

/**
 * Application Auto Scaling through AWS's SDK.
 */
@Component
class SdkScaling implements Scaling {

	private final SdkClients clients;

	SdkScaling(SdkClients clients) {
		this.clients = clients;
	}

	@Override
	public Optional<Bounds> of(Target target, String endpoint, String variant) {
		ApplicationAutoScalingClient client = Refusals.sorted(() -> this.clients.scaling(target));
		return Refusals.sorted(() -> client
			.describeScalableTargets((request) -> request.serviceNamespace(ServiceNamespace.SAGEMAKER)
				.scalableDimension(ScalableDimension.SAGEMAKER_VARIANT_DESIRED_INSTANCE_COUNT)
				.resourceIds("endpoint/%s/variant/%s".formatted(endpoint, variant)))
			.scalableTargets()
			.stream()
			.findFirst()
			.map((it) -> new Bounds(it.minCapacity(), it.maxCapacity())));
	}

}

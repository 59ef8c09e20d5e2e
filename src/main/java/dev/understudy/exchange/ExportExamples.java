package dev.understudy.exchange;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

import dev.understudy.definition.Draft;
import dev.understudy.target.Target;

/**
 * One and the same definition in each format, for whoever wants to see what there is
 * before they have an experiment to take out.
 */
@Component
public class ExportExamples {

	private static final Draft DEFINITION = Draft.parse("""
			{
			  "Name": "fraud-v7-shadow",
			  "Type": "ShadowMode",
			  "EndpointName": "fraud-prod",
			  "ModelVariants": [
			    {
			      "VariantName": "production",
			      "ModelName": "fraud-v6",
			      "InfrastructureConfig": {
			        "InfrastructureType": "RealTimeInference",
			        "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 2 }
			      }
			    },
			    {
			      "VariantName": "shadow",
			      "ModelName": "fraud-v7",
			      "InfrastructureConfig": {
			        "InfrastructureType": "RealTimeInference",
			        "RealTimeInferenceConfig": { "InstanceType": "ml.m5.xlarge", "InstanceCount": 1 }
			      }
			    }
			  ],
			  "ShadowModeConfig": {
			    "SourceModelVariantName": "production",
			    "ShadowModelVariants": [ { "ShadowModelVariantName": "shadow", "SamplingPercentage": 40 } ]
			  }
			}""");

	private final Clock clock;

	ExportExamples(Clock clock) {
		this.clock = clock;
	}

	/**
	 * The examples, with a role of a target.
	 * @param target what they are for
	 * @return one for each format
	 */
	public List<Export> of(Target target) {
		Draft draft = DEFINITION.with("/RoleArn",
				JsonNodeFactory.instance.stringNode(target.executionRoles().getFirst()));
		return Stream.of(Format.values())
			.map((format) -> Export.of(draft, target, format, this.clock.instant()))
			.toList();
	}

}

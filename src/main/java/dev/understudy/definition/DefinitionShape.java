package dev.understudy.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import dev.understudy.definition.Shape.Constant;
import dev.understudy.definition.Shape.Items;
import dev.understudy.definition.Shape.Member;
import dev.understudy.definition.Shape.Struct;
import dev.understudy.definition.Shape.Text;
import dev.understudy.definition.Shape.Time;
import dev.understudy.definition.Shape.Whole;

/**
 * The members of a definition with the constraints of each (AWS API:
 * CreateInferenceExperiment). Stricter than its model where a looser value makes no sense
 * or may be refused later: names are not empty, sampling and instances are from 1, and
 * two of the 50 tags are kept for our own.
 */
final class DefinitionShape {

	static final int USER_TAGS = 48;

	private static final Text RESOURCE_NAME = text(1, 63, "[a-zA-Z0-9]([\\-a-zA-Z0-9]*[a-zA-Z0-9])?");

	private static final Text KMS_KEY = text(0, 2048, "[a-zA-Z0-9:/_-]*");

	private static final Items CONTENT_TYPES = new Items(1, 10,
			text(1, 256, "[a-zA-Z0-9](-*[a-zA-Z0-9])*/[a-zA-Z0-9](-*[a-zA-Z0-9.])*"));

	static final Text ROLE_ARN = text(20, 2048, "arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+");

	static final Text INSTANCE_TYPE = text(1, 64, "ml\\.[a-z0-9-]+\\.[a-z0-9-]+");

	static final Text DESTINATION = text(0, 512, "(https|s3)://([^/])/?(.*)");

	private static final String TAG_TEXT = "([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)";

	private static final Struct VARIANT = struct(required("VariantName", RESOURCE_NAME),
			required("ModelName", RESOURCE_NAME),
			required("InfrastructureConfig",
					struct(required("InfrastructureType", new Constant("RealTimeInference")),
							required("RealTimeInferenceConfig", struct(required("InstanceType", INSTANCE_TYPE),
									required("InstanceCount", new Whole(1, Integer.MAX_VALUE)))))));

	private static final Struct SHADOW = struct(required("ShadowModelVariantName", RESOURCE_NAME),
			required("SamplingPercentage", new Whole(1, 100)));

	private static final Struct CAPTURE = struct(required("Destination", DESTINATION), optional("KmsKey", KMS_KEY),
			optional("ContentType",
					struct(optional("CsvContentTypes", CONTENT_TYPES), optional("JsonContentTypes", CONTENT_TYPES))));

	private static final Struct TAG = struct(required("Key", text(1, 128, TAG_TEXT)),
			required("Value", text(0, 256, TAG_TEXT)));

	static final Struct ROOT = struct(required("Name", text(1, 120, "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}")),
			required("Type", new Constant("ShadowMode")), optional("Description", text(0, 1024, ".*")),
			required("RoleArn", ROLE_ARN), required("EndpointName", text(1, 63, "[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")),
			required("ModelVariants", new Items(1, 2, VARIANT)),
			required("ShadowModeConfig",
					struct(required("SourceModelVariantName", RESOURCE_NAME),
							required("ShadowModelVariants", new Items(1, 1, SHADOW)))),
			optional("Schedule", struct(optional("StartTime", new Time()), optional("EndTime", new Time()))),
			optional("DataStorageConfig", CAPTURE), optional("KmsKey", KMS_KEY),
			optional("Tags", new Items(0, USER_TAGS, TAG)));

	private DefinitionShape() {
	}

	private static Text text(int min, int max, String pattern) {
		return new Text(min, max, Pattern.compile(pattern));
	}

	@SafeVarargs
	private static Struct struct(Map.Entry<String, Member>... members) {
		Map<String, Member> ordered = new LinkedHashMap<>();
		for (Map.Entry<String, Member> member : members) {
			ordered.put(member.getKey(), member.getValue());
		}
		return new Struct(ordered);
	}

	private static Map.Entry<String, Member> required(String name, Shape shape) {
		return Map.entry(name, new Member(shape, true));
	}

	private static Map.Entry<String, Member> optional(String name, Shape shape) {
		return Map.entry(name, new Member(shape, false));
	}

}

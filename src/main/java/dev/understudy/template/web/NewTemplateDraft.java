package dev.understudy.template.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What to begin with a template.
 *
 * @param name what to call the experiment; can be said later
 * @param target name of the AWS account and region; the standard one if left out
 */
@Schema(name = "NewTemplateDraft")
record NewTemplateDraft(@Nullable @Size(max = 400) String name, @Nullable @Size(max = 63) String target) {

}

/** The ports of the module on AWS's SDK for Java, which is used nowhere else. */
@NullMarked
package dev.understudy.sagemaker.aws;

import org.jspecify.annotations.NullMarked;

package io.doorstep.pipeline;

import io.doorstep.testing.DoorstepTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The application with a calendar that the test fills, and {@link PipelineScene.Scene} to set scenes with. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DoorstepTest
@Import(PipelineScene.class)
@interface PipelineTest {}

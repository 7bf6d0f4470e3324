/**
 * What an agency asks its leads before an appointment, and in which order: for each kind of lead one list, versioned, the same for everybody.
 * There is a fixed {@linkplain io.doorstep.question.Catalogue catalogue} of questions and none about protected traits; an agency chooses
 * among them, orders them, makes them depend on what is known and words them. {@link io.doorstep.question.QuestionPlan} is a pure value;
 * the assistant asks by it and the screens show from it what is still open.
 */
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "language", "language :: guard"})
@NullMarked
package io.doorstep.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

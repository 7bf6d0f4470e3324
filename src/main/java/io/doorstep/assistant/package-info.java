/**
 * Takes the assistant's turn in a conversation: reads what is new, keeps the facts, answers what was asked, asks for what is missing,
 * offers times, books, hands over. What it does next is a pure function of what is known ({@link io.doorstep.assistant.NextMove});
 * a language engine only finds facts and words.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "tenancy",
            "identity",
            "lead",
            "listing",
            "knowledge",
            "language",
            "model",
            "language :: guard",
            "question",
            "conversation",
            "qualification",
            "pipeline",
            "booking"
        })
@NullMarked
package io.doorstep.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

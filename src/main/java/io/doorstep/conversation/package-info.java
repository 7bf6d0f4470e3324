/**
 * Threads and messages on all channels, and who speaks in them. A message's place is its {@code seq}, gap-free in its conversation
 * and given under the conversation's row lock; it is the event id of the live stream too.
 *
 * <p>Three states answer the question who speaks: the assistant, nobody yet (a person was asked for), a member. Every change of
 * it is a handover row. The assistant's reply is a compare-and-set on state, watermark and last message in one statement, so
 * neither a second turn nor a takeover can be talked over.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "lead"})
package io.doorstep.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

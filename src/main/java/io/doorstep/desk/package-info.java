/**
 * What a member looks at when one screen joins several rooms: the list of leads, the lead page with its timeline, the inbox and the
 * conversation. It only reads, with joins over the tables of the rooms below, one statement per part of a page; what a member does from
 * these screens is done by the room that owns it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "tenancy",
            "identity",
            "lead",
            "question",
            "capture",
            "conversation",
            "qualification",
            "pipeline",
            "booking"
        })
package io.doorstep.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

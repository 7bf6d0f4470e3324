package io.doorstep.qualification.calibration;

import io.doorstep.qualification.Criterion;
import java.util.Map;

/** One closed deal: the share of its weight that each criterion had earned early on, 0 to 1, and how it ended. */
record Sample(Map<Criterion, Double> shares, boolean won) {}

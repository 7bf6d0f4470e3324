/**
 * What an agency's own closed deals say about its scores: a logistic regression over the shares that the criteria earned, judged on deals
 * that it has not seen, and shown only where there are enough of them. No other agency's deals are ever looked at, and nothing but the
 * criteria goes in, so what is never scored is never learnt from.
 */
@NullMarked
package io.doorstep.qualification.calibration;

import org.jspecify.annotations.NullMarked;

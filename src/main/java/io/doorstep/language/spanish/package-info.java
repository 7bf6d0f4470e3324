/**
 * Spanish, word by word, in English: so that one set of readers reads both languages, and every fact keeps the lead's
 * own words as its evidence. {@link io.doorstep.language.spanish.Gloss} is the way in.
 */
@NullMarked
package io.doorstep.language.spanish;

import org.jspecify.annotations.NullMarked;

/** The pages that visitors see: chat, capture page, thanks, and the sample site of a synthetic agency. */
@NullMarked
package io.doorstep.capture.page;

import org.jspecify.annotations.NullMarked;

/** The pipeline on screen: the board, what a deal could do next, and the commands that a card takes. Reads and HTTP; rules are next door. */
@NullMarked
package io.doorstep.pipeline.board;

import org.jspecify.annotations.NullMarked;

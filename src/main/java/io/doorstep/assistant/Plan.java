package io.doorstep.assistant;

import io.doorstep.language.Speech;
import java.util.List;

/** @param memory as it is before the step leaves its own trace in it */
record Plan(List<Speech> opening, Step step, Memory memory) {}

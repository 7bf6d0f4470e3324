package io.doorstep.desk;

import io.doorstep.qualification.Grade;

/** A score and what it means. */
record GradeRef(int score, Grade grade) {}

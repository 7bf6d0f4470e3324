package io.doorstep.qualification;

/** A score as it stands on cards and rows. */
public record GradeRef(int score, Grade grade) {}

package io.doorstep.qualification;

/**
 * A score as it stands on cards and rows.
 *
 * @param byHand whether a member gave the grade; the score is always the machine's
 */
public record GradeRef(int score, Grade grade, boolean byHand) {}

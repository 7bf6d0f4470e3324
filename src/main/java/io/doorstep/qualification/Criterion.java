package io.doorstep.qualification;

/**
 * What a scorecard can weigh. Never: name, language, area or ZIP code, a renter's income or credit, or anything else that stands for a
 * protected trait (fair housing).
 */
public enum Criterion {
    FINANCING("Financing"),
    TIMELINE("Timeline"),
    MOTIVATION("Motivation"),
    BUDGET("Budget"),
    ENGAGEMENT("Engagement");

    private final String label;

    Criterion(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

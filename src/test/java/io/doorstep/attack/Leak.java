package io.doorstep.attack;

/** Something by which one agency could learn of another, or change it. */
record Leak(Route route, String attack, String what) {

    @Override
    public String toString() {
        return "%s: %s%n      %s"
                .formatted(route, attack, what.length() > 1200 ? what.substring(0, 1200) + " …" : what);
    }
}

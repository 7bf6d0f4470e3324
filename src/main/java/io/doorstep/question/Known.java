package io.doorstep.question;

import java.util.Map;

/**
 * What is known of a lead when the next question is looked for.
 *
 * @param facts that hold now, value by key
 * @param named the lead has a name
 * @param reachable the lead has a phone number or an e-mail address
 */
public record Known(Map<String, Object> facts, boolean named, boolean reachable) {

    public Known {
        facts = Map.copyOf(facts);
    }

    boolean any(Iterable<String> keys) {
        for (var key : keys) {
            if (key.endsWith(".")
                    ? facts.keySet().stream().anyMatch(fact -> fact.startsWith(key))
                    : facts.containsKey(key)) return true;
        }
        return false;
    }
}

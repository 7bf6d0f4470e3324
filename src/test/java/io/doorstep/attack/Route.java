package io.doorstep.attack;

import io.doorstep.attack.Contract.Operation;
import io.doorstep.attack.Contract.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way in.
 *
 * @param operation  what the contract says of it; for hidden routes what the handler's signature says
 * @param documented whether it stands in the contract
 * @param socket     is asked over a real connection: an answer that never ends, or a page that includes answers of the API
 */
public record Route(String method, String pattern, Operation operation, boolean documented, boolean socket)
        implements Comparable<Route> {

    public String key() {
        return method + " " + pattern;
    }

    public List<Parameter> parameters(String in) {
        return operation.parameters().stream()
                .filter(one -> one.in().equals(in))
                .toList();
    }

    public @Nullable String mediaType() {
        return operation.mediaType();
    }

    @Override
    public int compareTo(Route other) {
        var byPath = pattern.compareTo(other.pattern);
        return byPath == 0 ? method.compareTo(other.method) : byPath;
    }

    @Override
    public String toString() {
        return key();
    }
}

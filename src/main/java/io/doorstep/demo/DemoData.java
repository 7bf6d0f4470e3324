package io.doorstep.demo;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Makes the demo agencies. */
@Component
public class DemoData {

    /** Makes what is missing; does nothing where the demo agencies stand. @param progress gets a line per step */
    public void ensure(Consumer<String> progress) {}

    /** Removes the demo agencies (only synthetic ones) and makes them anew. */
    public void reset(Consumer<String> progress) {}

    public boolean present() {
        return false;
    }
}

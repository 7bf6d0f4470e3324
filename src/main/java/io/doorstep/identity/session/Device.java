package io.doorstep.identity.session;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client in words that its owner knows it by: "Firefox on Linux". Only for people to read; a user agent says what it likes, so nothing is
 * decided by it.
 */
final class Device {

    private static final Pattern PROGRAM = Pattern.compile("^([A-Za-z][A-Za-z0-9_.+-]{0,30})/");

    /** The first that fits: browsers also name those that they pretend to be. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Chrome/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Macintosh", "Mac"),
            new Mark("Linux", "Linux"));

    private record Mark(String in, String word) {}

    private Device() {}

    static String words(@Nullable String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return "Unknown program";
        }
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser.isPresent() && userAgent.startsWith("Mozilla/")) {
            return browser.get() + system.map(on -> " on " + on).orElse("");
        }
        var program = PROGRAM.matcher(userAgent);
        return program.find() && !userAgent.startsWith("Mozilla/")
                ? program.group(1)
                : system.orElse("Unknown program");
    }

    private static Optional<String> first(List<Mark> marks, String userAgent) {
        return marks.stream()
                .filter(mark -> userAgent.contains(mark.in()))
                .map(Mark::word)
                .findFirst();
    }
}

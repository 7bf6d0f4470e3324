package io.doorstep.identity.key;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * What a key may be allowed to do, one per room and kind of access. Which one a route asks for follows from the tag that the contract
 * sorts it under and from its method; a route under any other tag (who is signed in, the team, the audit log, keys themselves) is for no key.
 */
enum KeyScope {
    LEADS_READ("lead", false, "See leads, their facts and timelines"),
    LEADS_WRITE("lead", true, "Add leads and facts, give leads to members"),
    CONVERSATIONS_READ("conversation", false, "Read the inbox"),
    CONVERSATIONS_WRITE("conversation", true, "Take over and answer conversations"),
    DEALS_READ("pipeline", false, "See the board and each deal's history"),
    DEALS_WRITE("pipeline", true, "Move deals and set next actions"),
    APPOINTMENTS_READ("booking", false, "See calendars and free times"),
    APPOINTMENTS_WRITE("booking", true, "Book, move and cancel appointments"),
    LISTINGS_READ("listings", false, "See listings"),
    LISTINGS_WRITE("listings", true, "Import and change listings"),
    KNOWLEDGE_READ("knowledge", false, "Read articles"),
    KNOWLEDGE_WRITE("knowledge", true, "Write articles"),
    ANALYTICS_READ("analytics", false, "See reports"),
    SETTINGS_READ("settings", false, "See settings and the team"),
    SETTINGS_WRITE("settings", true, "Change settings");

    private final String tag;
    private final boolean writes;
    private final String meaning;

    KeyScope(String tag, boolean writes, String meaning) {
        this.tag = tag;
        this.writes = writes;
        this.meaning = meaning;
    }

    /** As it is written: {@code leads:read}. */
    String code() {
        var name = name().toLowerCase(java.util.Locale.ROOT);
        var cut = name.lastIndexOf('_');
        return name.substring(0, cut) + ":" + name.substring(cut + 1);
    }

    String meaning() {
        return meaning;
    }

    static Optional<KeyScope> ofCode(String code) {
        return Arrays.stream(values())
                .filter(scope -> scope.code().equals(code))
                .findFirst();
    }

    /** Empty for a route that no key opens, whatever its scopes. */
    static Optional<KeyScope> neededFor(HandlerMethod handler) {
        var tag = Optional.ofNullable(handler.getMethodAnnotation(Tag.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Tag.class)));
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        if (tag.isEmpty() || mapping == null || mapping.method().length == 0) {
            return Optional.empty();
        }
        var writes = Arrays.stream(mapping.method())
                .anyMatch(method -> !method.asHttpMethod().equals(HttpMethod.GET));
        return Arrays.stream(values())
                .filter(scope -> scope.tag.equals(tag.get().name()) && scope.writes == writes)
                .findFirst();
    }
}

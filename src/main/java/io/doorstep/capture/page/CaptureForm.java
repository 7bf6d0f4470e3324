package io.doorstep.capture.page;

import io.doorstep.platform.Refusal.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plain form as a browser sends it. What is missing is empty, so that a page can show it again as it was.
 *
 * @param form made with the page: the same page sent twice is one touch
 * @param website the field that only robots fill
 * @param seal says that our page made the form, and with its id when
 * @param proof of work, where one was asked for
 */
record CaptureForm(
        String form,
        String name,
        String email,
        String phone,
        String intent,
        String message,
        String consentEmail,
        String consentSms,
        String website,
        String seal,
        String proof) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_MESSAGE = 4000;
    private static final Pattern FORM_ID = Pattern.compile("[0-9a-f-]{36}");

    CaptureForm(
            @Nullable String form,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String intent,
            @Nullable String message,
            @Nullable String consentEmail,
            @Nullable String consentSms,
            @Nullable String website,
            @Nullable String seal,
            @Nullable String proof) {
        this.form = given(form);
        this.name = given(name);
        this.email = given(email);
        this.phone = given(phone);
        this.intent = given(intent);
        this.message = given(message);
        this.consentEmail = given(consentEmail);
        this.consentSms = given(consentSms);
        this.website = given(website);
        this.seal = given(seal);
        this.proof = given(proof);
    }

    /** @param intent already chosen by the link that led here, or empty */
    static CaptureForm blank(String form, String seal, String intent) {
        return new CaptureForm(form, null, null, null, intent, null, null, null, null, seal, null);
    }

    /** What can be judged without knowing the agency; addresses are judged where they are read. */
    List<Violation> violations() {
        var violations = new ArrayList<Violation>();
        if (email.isBlank() && phone.isBlank()) {
            violations.add(new Violation("email", "Give an e-mail address or a phone number, so that we can answer."));
        }
        tooLong("name", name, LONGEST_NAME, violations);
        tooLong("email", email, LONGEST_ADDRESS, violations);
        tooLong("phone", phone, LONGEST_ADDRESS, violations);
        tooLong("message", message, LONGEST_MESSAGE, violations);
        return violations;
    }

    boolean isFromOurPage() {
        return FORM_ID.matcher(form).matches();
    }

    /** The choice first, as a sentence: it is what the person said, by a tap. */
    String words() {
        var written = Stream.of(Intent.of(intent).map(Intent::sentence).orElse(""), message.strip())
                .filter(part -> !part.isEmpty())
                .toList();
        return written.isEmpty() ? "Please contact me." : String.join("\n", written);
    }

    private static void tooLong(String field, String value, int longest, List<Violation> violations) {
        var length = value.codePointCount(0, value.length());
        if (length > longest) {
            violations.add(new Violation(
                    field, "Shorten this by %,d characters; it takes %,d.".formatted(length - longest, longest)));
        }
    }

    private static String given(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

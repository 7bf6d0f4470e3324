package io.doorstep.knowledge;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a member writes.
 *
 * @param questions how leads ask for it; the more wordings, the surer it is found
 * @param language the article answers questions in this one only
 * @param active whether the assistant may say it
 */
public record ArticleText(
        @NotBlank(message = "is needed") @Size(max = 120, message = "takes 120 characters at most")
        String title,

        @NotNull @Size(max = 20, message = "takes 20 at most")
        List<
                        @NotBlank(message = "has an empty question")
                        @Size(max = 200, message = "takes 200 characters at most") String>
                questions,

        @NotBlank(message = "is needed") @Size(max = 4000, message = "takes 4,000 characters at most")
        String body,

        @NotNull @Pattern(regexp = "en|es", message = "is en or es")
        String language,

        boolean active) {

    /** Without blanks around anything or characters that are no text, and each question once. */
    ArticleText tidied() {
        return new ArticleText(
                tidied(title),
                questions.stream().map(ArticleText::tidied).distinct().toList(),
                tidied(body),
                language,
                active);
    }

    private static String tidied(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
    }
}

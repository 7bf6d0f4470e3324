package io.doorstep.knowledge;

import static java.util.stream.Collectors.toMap;

import io.doorstep.identity.CurrentMember;
import io.doorstep.identity.EntityTag;
import io.doorstep.identity.Member;
import io.doorstep.identity.Members;
import io.doorstep.tenancy.audit.AuditLog;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agency's articles, and a box to try what the assistant would say. */
@RestController
@RequestMapping("/api/settings/knowledge")
@Tag(name = "knowledge")
class KnowledgeController {

    private final Articles articles;
    private final EditArticles edit;
    private final Knowledge knowledge;
    private final Members members;
    private final TransactionTemplate transaction;

    private final AuditLog audit;

    KnowledgeController(
            Articles articles,
            EditArticles edit,
            Knowledge knowledge,
            Members members,
            TransactionTemplate transaction,
            AuditLog audit) {
        this.articles = articles;
        this.edit = edit;
        this.knowledge = knowledge;
        this.members = members;
        this.transaction = transaction;
        this.audit = audit;
    }

    /** @param updatedBy a member's name; null for one that came with the agency, or whose author left */
    @Schema(name = "Article")
    record ArticleView(
            UUID id,
            String title,
            List<String> questions,
            String body,
            String language,
            boolean active,
            int version,
            @Nullable String updatedBy,
            Instant updatedAt) {}

    @Schema(name = "TryKnowledge")
    record Try(
            @NotBlank(message = "is needed") @Size(max = 1000)
            String words,

            @NotNull @Pattern(regexp = "en|es", message = "is en or es")
            String language) {}

    /** @param answer null where no article covers what is asked: an agent would be asked */
    record Tried(Knowledge.@Nullable Answer answer) {}

    @Schema(name = "ArticleFile")
    record File(
            @NotNull @Size(max = EditArticles.MOST, message = "takes 200 at most")
            List<@Valid @NotNull ArticleText> articles) {}

    @GetMapping
    @Transactional(readOnly = true)
    public List<ArticleView> articles() {
        var names = members.active().stream().collect(toMap(Member::id, Member::name));
        return articles.all().stream().map(article -> view(article, names)).toList();
    }

    @PostMapping
    ResponseEntity<ArticleView> createArticle(
            @AuthenticationPrincipal CurrentMember current, @Valid @RequestBody ArticleText text) {
        current.requireAdmin();
        var added = edit.add(text, current.memberId());
        return ResponseEntity.created(URI.create("/api/settings/knowledge/" + added.id()))
                .eTag(EntityTag.of(added.version()))
                .body(view(added, namesOf(current)));
    }

    @PutMapping("/{id}")
    ResponseEntity<ArticleView> updateArticle(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @RequestBody ArticleText text) {
        current.requireAdmin();
        var changed = edit.change(id, EntityTag.version(ifMatch), text, current.memberId());
        return ResponseEntity.ok().eTag(EntityTag.of(changed.version())).body(view(changed, namesOf(current)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteArticle(
            @AuthenticationPrincipal CurrentMember current,
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch) {
        current.requireAdmin();
        edit.remove(id, EntityTag.version(ifMatch));
    }

    /** What the assistant would say to these words, and from which article. */
    @PostMapping("/try")
    Tried tryKnowledge(@Valid @RequestBody Try asked) {
        return new Tried(knowledge.answer(asked.words(), asked.language()).orElse(null));
    }

    /** What {@code import} takes. */
    @GetMapping("/export")
    @Transactional
    public ResponseEntity<File> exportArticles(@AuthenticationPrincipal CurrentMember current) {
        current.requireExport();
        audit.record("articles.exported", "articles", null, Map.of());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"articles.json\"")
                .body(new File(articles.all().stream().map(Article::text).toList()));
    }

    /** Articles are known by language and title; those that the file does not name stay. */
    @PostMapping("/import")
    EditArticles.Taken importArticles(@AuthenticationPrincipal CurrentMember current, @Valid @RequestBody File file) {
        current.requireAdmin();
        return edit.take(file.articles(), current.memberId());
    }

    private Map<UUID, String> namesOf(CurrentMember current) {
        return transaction.execute(_ -> members.find(current.memberId())
                .map(member -> Map.of(member.id(), member.name()))
                .orElse(Map.of()));
    }

    private static ArticleView view(Article article, Map<UUID, String> names) {
        var text = article.text();
        var by = article.updatedBy();
        return new ArticleView(
                article.id(),
                text.title(),
                text.questions(),
                text.body(),
                text.language(),
                text.active(),
                article.version(),
                by == null ? null : names.get(by),
                article.updatedAt());
    }
}

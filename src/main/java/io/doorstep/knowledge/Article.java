package io.doorstep.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param updatedBy null for one that came with the agency */
record Article(
        UUID id, ArticleText text, int version, @Nullable UUID updatedBy, Instant updatedAt) {}

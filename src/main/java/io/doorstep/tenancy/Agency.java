package io.doorstep.tenancy;

import java.time.ZoneId;
import java.util.List;

/**
 * The current agency's settings.
 *
 * @param accentHue      0 to 359, the tenant's colour
 * @param allowedOrigins web origins (scheme, host, port) on which the widget may stand
 * @param areas          names of areas the agency works in, beside those of its listings
 */
public record Agency(
        TenantId id,
        String name,
        String slug,
        String siteKey,
        ZoneId timeZone,
        String currency,
        int accentHue,
        String assistantName,
        List<String> allowedOrigins,
        List<String> areas,
        boolean synthetic,
        int version) {}

package io.doorstep.lead;

import static java.time.ZoneOffset.UTC;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of consents: appended, never changed; the newest of a channel counts. */
@Component
class Consents {

    private final JdbcClient db;

    Consents(JdbcClient db) {
        this.db = db;
    }

    /** The address is the one known at that moment: what the lead agreed to be reached at. */
    void add(UUID id, UUID leadId, Consent consent, Instant at) {
        db.sql("""
                        insert into consent (id, lead_id, channel, granted, wording, wording_version, contact, page, ip, user_agent, source, at)
                        values (:id, :leadId, :channel, :granted, :wording, :version,
                                (select value
                                   from contact_point
                                  where lead_id = :leadId
                                    and kind = case :channel when 'EMAIL' then 'EMAIL' when 'WEB_CHAT' then null else 'PHONE' end
                                  order by created_at desc
                                  limit 1),
                                :page, :ip, :userAgent, :source, :at)
                        """)
                .param("id", id)
                .param("leadId", leadId)
                .param("channel", consent.channel().name())
                .param("granted", consent.granted())
                .param("wording", consent.wording())
                .param("version", consent.wordingVersion())
                .param("page", consent.page())
                .param("ip", consent.ip())
                .param("userAgent", consent.userAgent())
                .param("source", consent.source())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** No answer yet is no consent. */
    boolean granted(UUID leadId, ConsentChannel channel) {
        return db.sql("""
                        select granted
                          from consent
                         where lead_id = :leadId
                           and channel = :channel
                         order by at desc, id desc
                         limit 1
                        """)
                .param("leadId", leadId)
                .param("channel", channel.name())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    boolean decided(UUID leadId, ConsentChannel channel) {
        return db.sql("""
                        select exists (select
                                         from consent
                                        where lead_id = :leadId
                                          and channel = :channel)
                        """)
                .param("leadId", leadId)
                .param("channel", channel.name())
                .query(Boolean.class)
                .single();
    }
}

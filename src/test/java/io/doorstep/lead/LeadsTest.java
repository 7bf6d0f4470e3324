package io.doorstep.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorstep.platform.Refused;
import io.doorstep.testing.DoorstepTest;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DoorstepTest
class LeadsTest {

    @Autowired
    Leads leads;

    @Autowired
    TestAgencies agencies;

    @Autowired
    JdbcClient db;

    TestAgency agency;

    @BeforeEach
    void anAgency() {
        agency = agencies.fresh();
    }

    @Test
    void addresses_are_kept_in_one_form_however_they_are_typed() {
        var lead = anyLead();

        assertThat(add(lead, ContactKind.PHONE, "(512) 555-0148"))
                .isEqualTo(new ContactResult.Added(new ContactPoint(ContactKind.PHONE, "+15125550148")));
        assertThat(add(lead, ContactKind.PHONE, "+1 512.555.0148")).isInstanceOf(ContactResult.AlreadyKnown.class);
        assertThat(add(lead, ContactKind.EMAIL, " Nora@Example.COM "))
                .isEqualTo(new ContactResult.Added(new ContactPoint(ContactKind.EMAIL, "nora@example.com")));
    }

    @Test
    void what_is_no_address_is_refused_in_words() {
        var lead = anyLead();

        for (var text : List.of("nora", "nora@", "@example.com", "a b@example.com", "nora@example", "")) {
            assertThat(add(lead, ContactKind.EMAIL, text)).as(text).isInstanceOf(ContactResult.Unusable.class);
        }
        for (var text : List.of("12", "call me", "555", "")) {
            assertThat(add(lead, ContactKind.PHONE, text)).as(text).isInstanceOf(ContactResult.Unusable.class);
        }
        assertThat(agency.inScope(() -> leads.reachable(lead))).isFalse();
    }

    @Test
    void an_address_of_another_lead_stays_theirs_and_the_newcomer_is_folded_into_them() {
        var first = anyLead();
        add(first, ContactKind.EMAIL, "shared@example.com");
        var second = anyLead();

        var result = add(second, ContactKind.EMAIL, "shared@example.com");

        assertThat(result)
                .isInstanceOfSatisfying(
                        ContactResult.BelongsTo.class,
                        other -> assertThat(other.leadId()).isEqualTo(first));
        assertThat(find(second).foldedInto()).isEqualTo(first);
        assertThat(agency.inScope(() -> leads.reachable(second))).isTrue();
        assertThat(agency.inScope(() -> leads.contactPoints(second))).isEmpty();
    }

    @Test
    void two_leads_never_fold_into_each_other() {
        var first = anyLead();
        var second = anyLead();
        add(first, ContactKind.EMAIL, "first@example.com");
        add(second, ContactKind.EMAIL, "second@example.com");

        add(second, ContactKind.EMAIL, "first@example.com");
        add(first, ContactKind.EMAIL, "second@example.com");

        assertThat(find(second).foldedInto()).isEqualTo(first);
        assertThat(find(first).foldedInto()).isNull();
    }

    @Test
    void of_twenty_leads_that_give_one_number_at_once_one_gets_it() throws Exception {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 20; i++) {
            all.add(anyLead());
        }

        var results = atOnce(all.stream()
                .map(lead -> (Callable<ContactResult>) () -> add(lead, ContactKind.PHONE, "512 555 0177"))
                .toList());

        assertThat(results).filteredOn(ContactResult.Added.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(ContactResult.BelongsTo.class::isInstance)
                .hasSize(19);
    }

    @Test
    void a_lead_is_called_by_name_then_phone_then_e_mail_then_a_number_of_their_own() {
        var lead = anyLead();
        assertThat(find(lead).displayName())
                .isEqualTo("Visitor " + lead.toString().substring(32).toUpperCase());

        add(lead, ContactKind.EMAIL, "nora@example.com");
        assertThat(find(lead).displayName()).isEqualTo("nora@example.com");
        add(lead, ContactKind.PHONE, "512 555 0148");
        assertThat(find(lead).displayName()).isEqualTo("+15125550148");
        agency.inTransaction(() -> leads.rename(lead, "  Nora\n Whitfield "));
        assertThat(find(lead).displayName()).isEqualTo("Nora Whitfield");
    }

    @Test
    void the_newest_word_about_a_channel_counts() {
        var lead = anyLead();
        assertThat(consented(lead)).isFalse();

        consent(lead, true);
        assertThat(consented(lead)).isTrue();
        consent(lead, false);
        assertThat(consented(lead)).isFalse();
        assertThatThrownBy(() -> agency.inTransaction(() -> {
                    db.sql("delete from consent").update();
                }))
                .hasRootCauseMessage("ERROR: permission denied for table consent");
    }

    @Test
    void search_terms_follow_the_name_and_the_addresses() {
        var lead = anyLead();
        agency.inTransaction(() -> leads.rename(lead, "Nora Whitfield"));
        agency.inTransaction(() -> leads.rename(lead, "Nora Ellis"));
        add(lead, ContactKind.PHONE, "512 555 0148");
        add(lead, ContactKind.EMAIL, "nora@example.com");

        var terms = agency.inTransaction(() -> db.sql("select term from lead_term where lead_id = :id order by term")
                .param("id", lead)
                .query(String.class)
                .list());

        assertThat(terms)
                .containsExactly(
                        "0148",
                        "15125550148",
                        "5125550148",
                        "5550148",
                        "ellis",
                        "example.com",
                        "nora",
                        "nora@example.com");
    }

    @Test
    void the_operators_of_the_search_are_leakproof_and_its_prefix_is_an_index_range() {
        assertThat(agency.inTransaction(() -> db.sql("""
                                select proleakproof
                                  from pg_proc
                                 where proname in ('text_ge', 'text_lt')
                                """).query(Boolean.class).list()))
                .containsOnly(true)
                .hasSize(2);
        var plan = String.join("\n", agency.inTransaction(() -> {
            db.sql("set local enable_seqscan = off").update();
            return db.sql("explain select lead_id from lead_term where term >= 'no' and term < 'np'")
                    .query(String.class)
                    .list();
        }));
        assertThat(plan).contains("Index Cond").contains("term >=").contains("term <");
    }

    @Test
    void another_agencys_lead_is_not_found() {
        var lead = anyLead();
        var other = agencies.fresh();

        assertThatThrownBy(() -> other.inScope(() -> leads.find(lead))).isInstanceOf(Refused.class);
    }

    private UUID anyLead() {
        return agency.inScope(() -> leads.create(NewLead.anonymous(Source.WEB_CHAT)));
    }

    private LeadSummary find(UUID lead) {
        return agency.inScope(() -> leads.find(lead));
    }

    private ContactResult add(UUID lead, ContactKind kind, String value) {
        return agency.inScope(() -> leads.addContact(lead, kind, value));
    }

    private void consent(UUID lead, boolean granted) {
        agency.inTransaction(() -> leads.recordConsent(
                lead, new Consent(ConsentChannel.SMS, granted, "words", 1, "WIDGET", null, null, null)));
    }

    private boolean consented(UUID lead) {
        return agency.inScope(() -> leads.consented(lead, ConsentChannel.SMS));
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}

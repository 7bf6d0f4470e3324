package io.doorstep.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorstep.pipeline.PipelineScene.Scene;
import io.doorstep.qualification.Facts;
import io.doorstep.qualification.NewFact;
import io.doorstep.testing.TestAgencies;
import io.doorstep.testing.TestAgencies.TestAgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PipelineTest
class AdvanceTest {

    @Autowired
    TestAgencies agencies;

    @Autowired
    Scene scene;

    @Autowired
    Advance advance;

    @Autowired
    MoveDeal move;

    @Autowired
    OpenDeal openDeal;

    @Autowired
    Deals deals;

    @Autowired
    NextActions nextActions;

    @Autowired
    Facts facts;

    private TestAgency agency;
    private Deal deal;
    private UUID lead;

    @BeforeEach
    void a_new_deal() {
        agency = agencies.fresh();
        deal = agency.inTransaction(scene::anyDeal);
        lead = deal.leadId();
    }

    @Test
    void a_booked_visitor_passes_every_stage_in_between_and_each_is_recorded() {
        agency.inTransaction(() -> {
            scene.known(lead, agency.owner().memberId());
            scene.reachable(lead);
            scene.booked(lead);
            scene.written(lead);
        });

        advanced(Activity.APPOINTMENT_BOOKED);

        assertThat(stages()).containsExactly("NEW", "CONTACTED", "QUALIFIED", "APPOINTMENT_SET");
        assertThat(agency.inTransaction(() -> deals.history(deal.id())))
                .extracting(DealMove::kind)
                .containsExactly(MoveKind.OPENED, MoveKind.TRANSITION, MoveKind.TRANSITION, MoveKind.TRANSITION);
        assertThat(agency.inTransaction(() -> nextActions.current(deal.id())))
                .hasValueSatisfying(next -> assertThat(next.kind()).isEqualTo(NextAction.Kind.MEET));
    }

    @Test
    void it_stops_where_a_guard_does_not_hold_and_goes_on_when_it_does() {
        agency.inTransaction(() -> {
            scene.written(lead);
            scene.booked(lead);
            scene.reachable(lead);
        });
        advanced(Activity.APPOINTMENT_BOOKED);
        assertThat(stages()).containsExactly("NEW", "CONTACTED");

        agency.inTransaction(() -> scene.known(lead, agency.owner().memberId()));

        assertThat(stages()).containsExactly("NEW", "CONTACTED", "QUALIFIED", "APPOINTMENT_SET");
    }

    @Test
    void activity_never_steps_down_nor_undoes_an_override_downwards() {
        reach_appointment_set();
        var version = current().version();
        agency.inScope(() -> move.override(
                deal.id(), "QUALIFIED", version, Scene.owner(agency), MoveExtras.NONE, "Cancelled by phone"));

        advanced(Activity.OUTBOUND_TOUCH);
        advanced(Activity.FACTS);
        assertThat(current().stage()).isEqualTo("QUALIFIED");

        advanced(Activity.APPOINTMENT_BOOKED);
        assertThat(current().stage()).isEqualTo("APPOINTMENT_SET");
    }

    @Test
    void it_never_passes_what_waits_for_a_person() {
        reach_appointment_set();
        agency.inTransaction(() -> scene.appointments().hold(lead));

        advanced(Activity.APPOINTMENT_OUTCOME);
        for (var activity : Activity.values()) advanced(activity);

        assertThat(current().stage()).isEqualTo("MET");
    }

    @Test
    void a_closed_deal_stays_closed() {
        agency.inScope(() -> move.to(
                deal.id(),
                "LOST",
                1,
                Scene.owner(agency),
                new MoveExtras(Set.of(), "Bought elsewhere", null, null, null)));
        agency.inTransaction(() -> scene.written(lead));

        for (var activity : Activity.values()) advanced(activity);

        assertThat(current().stage()).isEqualTo("LOST");
    }

    @Test
    void nurture_ends_when_the_lead_shows_life_and_not_by_a_newsletter() {
        agency.inTransaction(() -> scene.written(lead));
        agency.inScope(() -> move.to(
                deal.id(),
                "NURTURE",
                1,
                Scene.owner(agency),
                new MoveExtras(Set.of(), null, LocalDate.now().plusDays(60), null, null)));

        advanced(Activity.OUTBOUND_TOUCH);
        assertThat(current().stage()).isEqualTo("NURTURE");

        advanced(Activity.FACTS);
        assertThat(current().stage()).isEqualTo("CONTACTED");
    }

    @Test
    void who_turns_out_to_rent_goes_on_in_the_rental_pipeline_with_the_change_on_record() {
        know("intent", "rent", "Rent");

        var rerouted = current();
        assertThat(rerouted.pipelineId()).isNotEqualTo(deal.pipelineId());
        assertThat(rerouted.stage()).isEqualTo("NEW");
        assertThat(agency.inTransaction(() -> deals.history(deal.id())))
                .extracting(DealMove::kind)
                .containsExactly(MoveKind.OPENED, MoveKind.REROUTED);

        agency.inTransaction(() -> {
            scene.written(lead);
            scene.known(lead, agency.owner().memberId());
        });
    }

    @Test
    void a_qualified_deal_keeps_its_pipeline_whatever_is_said_later() {
        reach_appointment_set();

        know("intent", "rent", "Rent");

        assertThat(current().pipelineId()).isEqualTo(deal.pipelineId());
    }

    @Test
    void the_card_says_what_is_wished_and_what_it_may_be_worth() {
        know("beds", 3, "3");
        know("areas", List.of("Zilker"), "Zilker");
        know("price", Map.of("min", 60_000_000, "max", 65_000_000, "currency", "USD"), "$600,000 to $650,000");

        assertThat(current().wish()).isEqualTo("3 bd, Zilker");
        assertThat(current().valueMinor()).isEqualTo(65_000_000L);
    }

    @Test
    void twenty_turns_of_one_lead_open_one_deal() throws Exception {
        var other = agency.inTransaction(scene::anyLead);

        try (var turns = Executors.newVirtualThreadPerTaskExecutor()) {
            var opened = IntStream.range(0, 20)
                    .mapToObj(_ -> turns.submit(() -> agency.inScope(() -> openDeal.forLead(other, Actor.ASSISTANT))))
                    .toList();
            for (var one : opened) one.get();
        }

        assertThat(agency.inTransaction(() -> deals.openOf(other))).hasSize(1);
    }

    private void reach_appointment_set() {
        agency.inTransaction(() -> {
            scene.known(lead, agency.owner().memberId());
            scene.reachable(lead);
            scene.booked(lead);
            scene.written(lead);
        });
        advanced(Activity.APPOINTMENT_BOOKED);
        assertThat(current().stage()).isEqualTo("APPOINTMENT_SET");
    }

    private void know(String key, Object value, String display) {
        agency.inScope(() -> facts.apply(
                lead,
                null,
                List.of(NewFact.byHand(key, value, display, agency.owner().memberId()))));
    }

    private void advanced(Activity activity) {
        agency.inScope(() -> advance.byActivity(lead, activity, Actor.ASSISTANT));
    }

    private Deal current() {
        return agency.inTransaction(() -> deals.find(deal.id()).orElseThrow());
    }

    private List<String> stages() {
        return agency.inTransaction(() -> deals.history(deal.id())).stream()
                .map(DealMove::toStage)
                .toList();
    }
}

package io.doorstep.demo;

import static java.time.ZoneOffset.UTC;

import io.doorstep.demo.DemoAgency.Role;
import io.doorstep.demo.Ledger.Table;
import io.doorstep.lead.ConsentChannel;
import io.doorstep.lead.ConsentWording;
import io.doorstep.platform.Ids;
import io.doorstep.qualification.Origin;
import io.doorstep.qualification.Scorecard;
import io.doorstep.qualification.Scoring;
import io.doorstep.qualification.StoredFact;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes down one lead from the first word to where the deal stands: every row that the live system would have written. */
final class LeadStory {

    /** How it went on. @param reason of a lost one */
    record Ending(String stage, @Nullable String reason) {
        static final Ending OPEN = new Ending("", null);
    }

    /** What all stories of an agency share. @param pipelines id by kind @param members ids, the owner first */
    record Setting(
            DemoAgency agency,
            Ledger ledger,
            Ids ids,
            JsonMapper json,
            Scorecard card,
            Map<String, UUID> pipelines,
            List<UUID> members,
            List<UUID> homes,
            Diary diary,
            Instant now) {}

    private static final Map<String, List<String>> WAYS = Map.of(
            "BUYER",
                    List.of(
                            "NEW",
                            "CONTACTED",
                            "QUALIFIED",
                            "APPOINTMENT_SET",
                            "MET",
                            "AGREEMENT_SIGNED",
                            "SHOWING",
                            "OFFER",
                            "UNDER_CONTRACT",
                            "WON"),
            "SELLER",
                    List.of(
                            "NEW",
                            "CONTACTED",
                            "QUALIFIED",
                            "APPOINTMENT_SET",
                            "MET",
                            "LISTING_AGREEMENT",
                            "LISTED",
                            "OFFER",
                            "UNDER_CONTRACT",
                            "WON"),
            "RENTAL",
                    List.of(
                            "NEW",
                            "CONTACTED",
                            "QUALIFIED",
                            "VIEWING_SET",
                            "VIEWED",
                            "APPLICATION",
                            "APPROVED",
                            "WON"));
    private static final int BOOKED = 3;
    private static final int MET = 4;

    private record Move(String from, String to, Instant at) {}

    private final Setting setting;
    private final Role role;
    private final Ending ending;
    private final UUID lead;
    private final UUID deal;
    private final UUID conversation;
    private final UUID owner;
    private final Map<String, StoredFact> facts = new LinkedHashMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();
    private @Nullable Instant firstOutbound;
    private @Nullable Instant lastOutbound;
    private @Nullable Instant told;
    private Instant lastInbound;
    private Instant last;
    private boolean memberSpoke;
    private boolean leadSpokeLast;
    private int seq;
    private int inbound;
    private int scores;

    LeadStory(Setting setting, Role role, Ending ending, Instant arrival) {
        this.setting = setting;
        this.role = role;
        this.ending = ending;
        this.lead = setting.ids.next();
        this.deal = setting.ids.next();
        this.conversation = setting.ids.next();
        this.owner = setting.members.get(role.owner());
        this.lastInbound = arrival;
        this.last = arrival;
    }

    static List<String> wayOf(String pipeline) {
        return WAYS.getOrDefault(pipeline, List.of());
    }

    /** @param days between one stage and the next, from Qualified on */
    void tell(List<String> lines, List<Double> days) {
        var arrival = last;
        talk(lines);
        if (facts.isEmpty()) {
            score(last);
        }
        contacts(arrival);
        var moves = moves(arrival, days);
        setting.ledger.add(
                Table.LEAD,
                lead,
                role.name(),
                role.source(),
                owner,
                setting.agency.zone().getId(),
                at(arrival),
                at(lastInbound),
                lastOutbound == null ? null : at(lastOutbound));
        conversation(arrival);
        deal(moves);
    }

    private void talk(List<String> lines) {
        var first = true;
        for (var line : lines) {
            var part = line.split("\\|", 3);
            var time = last.plusMillis((long) (Double.parseDouble(part[1]) * 60_000));
            if (time.isAfter(setting.now)) {
                break;
            }
            last = time;
            seq++;
            var words = Utterance.of(part[2]);
            leadSpokeLast = part[0].equals("L");
            switch (part[0]) {
                case "L" -> {
                    inbound++;
                    lastInbound = time;
                    var touch = setting.ids.next();
                    setting.ledger.add(
                            Table.TOUCH,
                            touch,
                            role.source(),
                            touch.toString(),
                            setting.json.writeValueAsString(Map.of("text", words.text())),
                            first ? "NEW_LEAD" : "MERGED",
                            null,
                            lead,
                            conversation,
                            page(),
                            at(time));
                    understand(say("LEAD", null, words.text(), touch, time), words, time);
                    first = false;
                }
                case "M" -> {
                    memberSpoke = true;
                    outbound(time);
                    say("MEMBER", owner, words.text(), null, time);
                }
                default -> {
                    outbound(time);
                    say("ASSISTANT", null, words.text(), null, time);
                }
            }
        }
    }

    private UUID say(String author, @Nullable UUID member, String text, @Nullable UUID touch, Instant time) {
        var id = setting.ids.next();
        setting.ledger.add(Table.MESSAGE, id, conversation, seq, author, member, text, touch, at(time));
        return id;
    }

    private void outbound(Instant time) {
        firstOutbound = firstOutbound == null ? time : firstOutbound;
        lastOutbound = time;
    }

    private void understand(UUID message, Utterance words, Instant time) {
        for (var evidence : words.facts()) {
            var revision = revisions.merge(evidence.key(), 1, Integer::sum);
            var id = setting.ids.next();
            var quote = words.text().substring(evidence.from(), evidence.to());
            var known = time.plusMillis(400);
            setting.ledger.add(
                    Table.FACT,
                    id,
                    lead,
                    evidence.key(),
                    revision,
                    evidence.json(),
                    evidence.display(),
                    quote,
                    message,
                    evidence.from(),
                    evidence.to(),
                    at(known));
            facts.put(
                    evidence.key(),
                    new StoredFact(
                            id,
                            lead,
                            evidence.key(),
                            revision,
                            setting.json.readTree(evidence.json()),
                            evidence.display(),
                            quote,
                            message,
                            evidence.from(),
                            evidence.to(),
                            Origin.LOCAL_ENGINE,
                            null,
                            0.9,
                            false,
                            known));
        }
        if (!words.facts().isEmpty()) {
            told = time;
            score(time.plusMillis(400));
        }
    }

    private void score(Instant time) {
        var given = Scoring.score(setting.card, facts);
        var id = setting.ids.next();
        setting.ledger.add(
                Table.QUALIFICATION,
                id,
                lead,
                ++scores,
                given.scorecardVersion(),
                given.score(),
                given.grade().name(),
                at(time));
        var position = 0;
        for (var line : given.contributions()) {
            setting.ledger.add(
                    Table.CONTRIBUTION,
                    id,
                    position++,
                    line.criterion().name(),
                    line.points(),
                    line.outOf(),
                    line.reason(),
                    line.factId());
        }
        setting.ledger.standing(lead, id, given.score(), given.grade().name());
    }

    private void contacts(Instant arrival) {
        for (var kind : List.of("phone", "email")) {
            var fact = facts.get("contact." + kind);
            if (fact != null) {
                var value = fact.value().asString();
                setting.ledger.add(
                        Table.CONTACT_POINT,
                        setting.ids.next(),
                        lead,
                        kind.toUpperCase(java.util.Locale.ROOT),
                        value,
                        at(fact.at()));
                var channel = kind.equals("phone") ? ConsentChannel.SMS : ConsentChannel.EMAIL;
                var wording = ConsentWording.current(channel, setting.agency.name());
                setting.ledger.add(
                        Table.CONSENT,
                        setting.ids.next(),
                        lead,
                        channel.name(),
                        wording.text(),
                        wording.version(),
                        value,
                        page(),
                        "WIDGET",
                        at(fact.at().plusSeconds(20)));
            }
        }
        if (facts.containsKey("contact.phone") || facts.containsKey("contact.email")) {
            return;
        }
        setting.ledger.add(
                Table.CONTACT_POINT,
                setting.ids.next(),
                lead,
                "EMAIL",
                role.name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", ".") + "."
                        + lead.toString().substring(30) + "@example.com",
                at(arrival));
    }

    private List<Move> moves(Instant arrival, List<Double> days) {
        var way = wayOf(role.pipeline());
        var target = way.indexOf(role.stage());
        var moves = new ArrayList<Move>();
        moves.add(new Move("", "NEW", arrival));
        var time = arrival;
        for (var step = 1; step <= target; step++) {
            time = switch (step) {
                case 1 -> firstOutbound == null ? arrival.plusSeconds(4) : firstOutbound;
                case 2 -> later(told == null ? time : told.plusSeconds(1), time);
                default -> time.plusSeconds((long) (days.get(step) * 86_400));
            };
            if (step == MET) {
                time = meet(time.minus(Duration.ofHours(1)), "COMPLETED", time.minus(Duration.ofDays(2)));
            }
            moves.add(new Move(way.get(step - 1), way.get(step), time));
        }
        if (!ending.stage().isEmpty()) {
            if (target == BOOKED) {
                time = meet(
                        time.plus(Duration.ofHours(30)),
                        Math.floorMod(lead.hashCode(), 3) == 0 ? "CANCELLED" : "NO_SHOW",
                        time);
            }
            var closed = time.plusSeconds((long) (days.get(days.size() - 1) * 86_400));
            moves.add(new Move(
                    way.get(target),
                    ending.stage(),
                    closed.isBefore(setting.now)
                            ? closed
                            : later(setting.now.minusSeconds(3_600), time.plusSeconds(5))));
        } else {
            upcoming(target, time);
        }
        return moves;
    }

    /** What stands in the calendar of a deal that is open. */
    private void upcoming(int stage, Instant since) {
        var due = setting.now.plusSeconds((long) (role.dueHours() * 3_600));
        if (stage == BOOKED) {
            // Overdue means that it took place and nobody wrote down how it went.
            meet(role.dueHours() < 0 ? setting.now.minus(Duration.ofDays(4)) : due, "BOOKED", since);
        } else if (role.stage().equals("SHOWING") || role.stage().equals("AGREEMENT_SIGNED")) {
            meet(
                    due.plus(Duration.ofDays(1 + Math.floorMod(role.name().hashCode(), 6))),
                    "BOOKED",
                    setting.now.minus(Duration.ofHours(20)));
            if (role.kind().equals("CALL") && role.action().contains("after the tour")) {
                meet(setting.now.minus(Duration.ofDays(4)), "BOOKED", setting.now.minus(Duration.ofDays(6)));
            }
        }
    }

    private Instant meet(Instant wanted, String status, Instant made) {
        var start = setting.diary.hourFrom(role.owner(), wanted);
        var end = start.plus(Duration.ofMinutes(45));
        var id = setting.ids.next();
        var over = !status.equals("BOOKED");
        var booked = made.isBefore(start) ? made : start.minus(Duration.ofHours(5));
        var home = setting.homes.get(Math.floorMod(role.name().hashCode(), setting.homes.size()));
        var kind = role.action().contains("consult") ? "CALL" : "VIEWING";
        setting.ledger.add(
                Table.APPOINTMENT,
                id,
                lead,
                deal,
                owner,
                kind.equals("VIEWING") ? home : null,
                kind,
                kind.equals("VIEWING")
                        ? setting.agency
                                .homes()
                                .get(setting.homes.indexOf(home))
                                .address()
                        : "By phone",
                at(start),
                at(end),
                setting.agency.zone().getId(),
                status,
                over ? 2 : 1,
                at(booked));
        setting.ledger.add(Table.APPOINTMENT_CHANGE, id, 1, "BOOKED", at(start), "ASSISTANT", null, null, at(booked));
        if (over) {
            setting.ledger.add(Table.APPOINTMENT_CHANGE, id, 2, status, at(start), "MEMBER", owner, null, at(end));
        }
        return end;
    }

    private void conversation(Instant arrival) {
        var closed = ending.stage().equals("LOST") || ending.stage().equals("WON");
        var state = closed ? "CLOSED" : memberSpoke ? "MEMBER" : firstOutbound == null ? "WAITING" : "ASSISTANT";
        var waits = !closed && leadSpokeLast && !state.equals("ASSISTANT");
        setting.ledger.add(
                Table.CONVERSATION,
                conversation,
                lead,
                channel(),
                state,
                state.equals("MEMBER") ? owner : null,
                waits ? at(lastInbound) : null,
                seq,
                seq,
                inbound,
                page(),
                at(arrival),
                at(last),
                at(lastInbound));
        if (memberSpoke) {
            setting.ledger.add(
                    Table.HANDOVER,
                    setting.ids.next(),
                    conversation,
                    "ASSISTANT",
                    "MEMBER",
                    owner,
                    "Took over",
                    at(lastOutbound == null ? last : lastOutbound.minusSeconds(30)));
        }
    }

    private void deal(List<Move> moves) {
        var pipeline = setting.pipelines.get(role.pipeline());
        var now = moves.getLast();
        var open = !now.to.equals("WON") && !now.to.equals("LOST");
        var minor = role.price() * (role.pipeline().equals("RENTAL") ? 100 : 100_000);
        var signed = now.to.equals("UNDER_CONTRACT") || now.to.equals("WON");
        setting.ledger.add(
                Table.DEAL,
                deal,
                lead,
                pipeline,
                1,
                now.to,
                moves.size(),
                at(now.at),
                open,
                owner,
                wish(),
                minor,
                setting.agency.currency(),
                signed
                        ? now.at
                                .plus(Duration.ofDays(25))
                                .atZone(setting.agency.zone())
                                .toLocalDate()
                        : null,
                role.source(),
                now.to.equals("LOST") ? ending.reason() : null,
                now.to.equals("NURTURE")
                        ? setting.now
                                .plus(Duration.ofDays(30))
                                .atZone(setting.agency.zone())
                                .toLocalDate()
                        : null,
                moves.size(),
                at(moves.getFirst().at),
                open ? null : at(now.at));
        var number = 0;
        for (var move : moves) {
            number++;
            var byMember = number > 4 || move.to.equals("LOST") || move.to.equals("NURTURE");
            setting.ledger.add(
                    Table.DEAL_MOVE,
                    deal,
                    number,
                    pipeline,
                    1,
                    number == 1 ? "OPENED" : "TRANSITION",
                    number == 1 ? null : move.from,
                    move.to,
                    number == 1 ? "LEAD" : byMember ? "MEMBER" : "ASSISTANT",
                    byMember ? owner : null,
                    move.to.equals("LOST") ? ending.reason() : null,
                    at(move.at));
        }
        if (open) {
            var nurture = now.to.equals("NURTURE");
            setting.ledger.add(
                    Table.NEXT_ACTION,
                    setting.ids.next(),
                    deal,
                    nurture ? "WAIT" : role.kind(),
                    nurture ? "Wake up" : role.action(),
                    owner,
                    at(setting.now.plusSeconds((long) ((nurture ? 720 : role.dueHours()) * 3_600))),
                    at(now.at));
        }
    }

    private String wish() {
        return role.type().equals("land") ? "Land, " + role.area() : role.beds() + " bd, " + role.area();
    }

    private String channel() {
        return switch (role.source()) {
            case "WEB_CHAT", "SMS", "EMAIL" -> role.source();
            default -> "FORM";
        };
    }

    private @Nullable String page() {
        return role.source().equals("WEB_CHAT")
                ? "/homes/" + role.area().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-")
                : null;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other.plusMillis(1);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(UTC);
    }
}

package io.doorstep.attack;

import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that programs trip over. */
final class Hostile {

    private static final JsonNodeFactory NODES = JsonMapper.builder().build().getNodeFactory();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "null",
            "undefined",
            "NaN",
            "-1",
            "0",
            "2147483648",
            "-9223372036854775809",
            "99999999999999999999999999",
            "1e400",
            "0x10",
            "'; set local app.tenant_id = '00000000-0000-0000-0000-000000000000'; --",
            "\" or 1=1 --",
            "%' or '%'='",
            "\\",
            "%",
            "%00",
            "_",
            "${jndi:ldap://127.0.0.1/x}",
            "#{7*7}",
            "*{T(java.lang.Runtime).getRuntime()}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "..;/",
            "file:///etc/passwd",
            "\r\nX-Injected: yes",
            "\ud800",
            "\udfff\ud800",
            "\u202egnirts",
            "\ufeff",
            "e\u0301\u0301\u0301\u0301\u0301",
            "\ud83d\ude80".repeat(300),
            "İıſK",
            "a".repeat(300),
            "a".repeat(5_000),
            "(".repeat(2_000),
            "2031-02-30",
            "2031-01-01",
            "-999999999-01-01",
            "+999999999-12-31",
            "2031-01-01T10:00:00Z",
            "2031-13-01T10:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59Z",
            "0000-00-00T00:00:00+99:99",
            "24:00",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "6BA7B810-9DAD-11D1-80B4-00C04FD430C8",
            "{6ba7b810-9dad-11d1-80b4-00c04fd430c8}",
            "1-1-1-1-1",
            "me",
            "none",
            "@",
            "a@b",
            "a@" + "b".repeat(250) + ".example",
            "+1",
            "+".repeat(40),
            "Europe/Nowhere",
            "UTC+25",
            "USD",
            "zz",
            "AAAA",
            "H\u001fH",
            "SHIf",
            "Kg",
            "W10",
            "\"5\"",
            "W/\"5\"",
            "*",
            "\"-1\"",
            "\"99999999999\"");

    private Hostile() {}

    static String text(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static JsonNode value(RandomGenerator random) {
        return switch (random.nextInt(16)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt(-5, 6));
            case 3 -> NODES.numberNode(Long.MAX_VALUE);
            case 4 -> NODES.numberNode(Integer.MIN_VALUE);
            case 5 -> NODES.numberNode(new java.math.BigDecimal("1e308"));
            case 6 -> NODES.numberNode(new java.math.BigInteger("9".repeat(200)));
            case 7 -> NODES.numberNode(0.1);
            case 8 -> NODES.objectNode();
            case 9 -> NODES.arrayNode();
            case 10 -> NODES.arrayNode().add(value(random)).add(NODES.nullNode());
            case 11 -> NODES.objectNode().set(text(random), value(random));
            case 12 -> deep(random.nextInt(2, 400));
            default -> NODES.stringNode(text(random));
        };
    }

    static JsonNode deep(int levels) {
        JsonNode node = NODES.numberNode(1);
        for (int level = 0; level < levels; level++) {
            node = level % 2 == 0
                    ? NODES.arrayNode().add(node)
                    : NODES.objectNode().set("a", node);
        }
        return node;
    }

    /** One place of the tree, somewhere, made strange: another value, gone, doubled, or beside an unknown one. */
    static JsonNode changed(JsonNode body, RandomGenerator random) {
        var copy = body.deepCopy();
        var at = copy;
        while (true) {
            var children = at.isArray()
                    ? at.valueStream().toList()
                    : at.properties().stream().map(one -> one.getValue()).toList();
            var containers = children.stream().filter(JsonNode::isContainer).toList();
            if (containers.isEmpty() || random.nextInt(3) == 0) break;
            at = containers.get(random.nextInt(containers.size()));
        }
        switch (at) {
            case ObjectNode object -> change(object, random);
            case ArrayNode array -> change(array, random);
            default -> {
                return value(random);
            }
        }
        return copy;
    }

    private static void change(ObjectNode object, RandomGenerator random) {
        var names = object.propertyNames().stream().toList();
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set(text(random), value(random));
            return;
        }
        var name = names.get(random.nextInt(names.size()));
        if (random.nextInt(6) == 0) {
            object.remove(name);
        } else {
            object.set(name, value(random));
        }
    }

    private static void change(ArrayNode array, RandomGenerator random) {
        switch (random.nextInt(4)) {
            case 0 -> array.removeAll();
            case 1 -> {
                for (int more = 0; more < 1_100 && !array.isEmpty(); more++) array.add(array.get(0));
            }
            case 2 -> array.add(value(random));
            default -> {
                if (array.isEmpty()) array.add(value(random));
                else array.set(random.nextInt(array.size()), value(random));
            }
        }
    }
}

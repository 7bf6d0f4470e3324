package io.doorstep.attack;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Sends calls through the whole chain of filters and the dispatcher, without a socket but for {@link Route#socket}. */
public final class Wire {

    private static final String CSRF = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private final MockMvc http;
    private final OverSocket socket;
    private long sent;

    public Wire(WebApplicationContext rooms) {
        this.http = quiet(rooms);
        this.socket = new OverSocket(rooms.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    /** All filters of the application; the usual one of tests also keeps each exchange to print it. */
    private static MockMvc quiet(WebApplicationContext rooms) {
        var builder = MockMvcBuilders.webAppContextSetup(rooms);
        var filters = new SpringBootMockMvcBuilderCustomizer(rooms);
        filters.setPrint(MockMvcPrint.NONE);
        filters.customize(builder);
        return builder.build();
    }

    public long sent() {
        return sent;
    }

    public Answer send(Call call, Pass pass) {
        sent++;
        var route = call.route();
        if (route.socket()) {
            var asked = UriComponentsBuilder.fromPath(path(call));
            call.query()
                    .forEach((name, value) -> asked.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
            return socket.send(asked.build(true).toUriString(), call.headers(), pass);
        }
        var form = !route.documented() && !route.method().equals("GET") && route.mediaType() == null;
        var address = UriComponentsBuilder.fromPath(path(call));
        if (!form) {
            call.query()
                    .forEach((name, value) -> address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8)));
        }
        var request = MockMvcRequestBuilders.request(
                HttpMethod.valueOf(route.method()),
                URI.create(address.build(true).toUriString()));
        if (form) {
            request.contentType(MediaType.APPLICATION_FORM_URLENCODED);
            call.query().forEach(request::param);
        }
        call.headers().forEach(request::header);
        var body = call.body();
        if (body != null) {
            request.contentType(route.mediaType() == null ? "application/json" : route.mediaType())
                    .content(
                            body.isString() && !"application/json".equals(route.mediaType())
                                    ? body.asString()
                                    : body.toString());
        }
        signed(request, pass);
        return perform(request);
    }

    private static void signed(MockHttpServletRequestBuilder request, Pass pass) {
        switch (pass) {
            case Pass.Nobody _ -> request.cookie(new Cookie("XSRF-TOKEN", CSRF)).header("X-XSRF-TOKEN", CSRF);
            case Pass.Bearer bearer -> request.header("Authorization", "Bearer " + bearer.token());
            case Pass.Session session ->
                request.cookie(new Cookie("__Host-doorstep", session.cookie()), new Cookie("XSRF-TOKEN", CSRF))
                        .header("X-XSRF-TOKEN", CSRF);
        }
    }

    Answer send(Mutant mutant, Pass pass) {
        sent++;
        var path = path(new Call(mutant.route(), mutant.path(), java.util.Map.of(), java.util.Map.of(), null));
        var query = mutant.query().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(java.util.stream.Collectors.joining("&"));
        var request = MockMvcRequestBuilders.request(
                HttpMethod.valueOf(mutant.method()), URI.create(query.isEmpty() ? path : path + "?" + query));
        signed(request, pass);
        mutant.headers().forEach(request::header);
        var body = mutant.body();
        return perform(body == null ? request : request.content(body));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public Answer perform(org.springframework.test.web.servlet.RequestBuilder request) {
        try {
            var response = http.perform(request).andReturn().getResponse();
            var headers = new TreeMap<String, java.util.List<String>>();
            response.getHeaderNames().forEach(name -> headers.put(name, response.getHeaders(name)));
            return new Answer(response.getStatus(), headers, response.getContentAsString(StandardCharsets.UTF_8));
        } catch (Exception thrown) { // a server would answer 500
            return new Answer(500, new TreeMap<>(), "thrown out of the chain: " + thrown);
        }
    }

    private static String path(Call call) {
        var path = call.route().pattern();
        for (var variable : call.path().entrySet()) {
            path = path.replace(
                    "{" + variable.getKey() + "}",
                    UriUtils.encodePathSegment(variable.getValue(), StandardCharsets.UTF_8)
                            .replace("/", "%2F"));
        }
        return path.replace("**", "none");
    }
}

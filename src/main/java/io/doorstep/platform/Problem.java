package io.doorstep.platform;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** RFC 9457 problem with our stable types. */
public final class Problem {

    private Problem() {}

    public static ProblemDetail of(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(code));
        problem.setTitle(code.replace('-', ' '));
        return problem;
    }

    static URI type(String code) {
        return URI.create("urn:doorstep:problem:" + code);
    }
}

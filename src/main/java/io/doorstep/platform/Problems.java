package io.doorstep.platform;

import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The only place that knows how a refusal looks in HTTP (RFC 9457). Nothing of the inside ever reaches a person. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused, WebRequest request) {
        var refusal = refused.refusal();
        var status = statusOf(refusal);
        if (status == HttpStatus.FORBIDDEN
                || status == HttpStatus.UNAUTHORIZED
                || status == HttpStatus.TOO_MANY_REQUESTS) {
            log.warn("refused {}: {}", refusal.code(), request.getDescription(true));
        }
        var problem = Problem.of(status, refusal.code(), refusal.detail());
        var headers = new HttpHeaders();
        switch (refusal) {
            case Refusal.Invalid invalid -> problem.setProperty("errors", invalid.violations());
            case Refusal.Conflict conflict -> conflict.extras().forEach(problem::setProperty);
            case Refusal.PreconditionRequired needed -> needed.extras().forEach(problem::setProperty);
            case Refusal.TooMany many ->
                headers.set(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, many.retryAfter().toSeconds())));
            case Refusal.Unavailable closed ->
                headers.set(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(Math.max(1, closed.retryAfter().toSeconds())));
            case Refusal.NotFound _, Refusal.Unauthenticated _, Refusal.Forbidden _, Refusal.TooLarge _ -> {}
        }
        return answer(problem, status, headers);
    }

    /** Whatever the client says that it accepts: what it accepts may be what was wrong. */
    private static <T> ResponseEntity<T> answer(T problem, HttpStatusCode status, HttpHeaders headers) {
        var own = new HttpHeaders();
        own.putAll(headers);
        own.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem, own, status);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem) {
        return answer((Object) problem, HttpStatusCode.valueOf(problem.getStatus()), HttpHeaders.EMPTY);
    }

    private static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
            case Refusal.Conflict _ -> HttpStatus.CONFLICT;
            case Refusal.Invalid _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Refusal.Unauthenticated _ -> HttpStatus.UNAUTHORIZED;
            case Refusal.Forbidden _ -> HttpStatus.FORBIDDEN;
            case Refusal.PreconditionRequired _ -> HttpStatus.PRECONDITION_REQUIRED;
            case Refusal.TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
            case Refusal.TooMany _ -> HttpStatus.TOO_MANY_REQUESTS;
            case Refusal.Unavailable _ -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var refused = refusalIn(ex);
        if (refused != null) {
            var problem = Problem.of(statusOf(refused), refused.code(), refused.detail());
            return new ResponseEntity<>(problem, statusOf(refused));
        }
        var cause = ex.getCause();
        var problem = switch (cause) {
            case UnrecognizedPropertyException unknown ->
                invalid(List.of(new Refusal.Violation(path(unknown), "is not a field of this request; leave it out.")));
            case InvalidFormatException wrong ->
                invalid(List.of(new Refusal.Violation(path(wrong), "is not " + wanted(wrong.getTargetType()) + ".")));
            case MismatchedInputException wrong ->
                invalid(List.of(new Refusal.Violation(
                        path(wrong), "is missing or not " + wanted(wrong.getTargetType()) + ".")));
            case StreamReadException malformed
            when malformed.getLocation() != null ->
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "malformed-json",
                        "The body is not JSON: line "
                                + malformed.getLocation().getLineNr() + ", column "
                                + malformed.getLocation().getColumnNr() + ".");
            case null, default ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "A JSON body is needed and could not be read.");
        };
        return answer(problem);
    }

    /** A body that was refused while it was read, by its length. */
    private static @Nullable Refusal refusalIn(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return refused.refusal();
            }
        }
        return null;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var violations = ex.getBindingResult().getFieldErrors().stream()
                .map(error -> new Refusal.Violation(error.getField(), sentence(error.getDefaultMessage())))
                .toList();
        return answer(invalid(violations));
    }

    @ExceptionHandler
    ResponseEntity<Object> constraint(ConstraintViolationException ex) {
        var violations = ex.getConstraintViolations().stream()
                .map(v -> new Refusal.Violation(lastNode(v.getPropertyPath().toString()), sentence(v.getMessage())))
                .toList();
        return answer(invalid(violations));
    }

    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException ex) {
        var type = ex.getRequiredType();
        // An id that is no id names nothing: the same answer as for a random one.
        if (type == java.util.UUID.class) {
            return answer(Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such record. Check the link."));
        }
        var wanted = type == null ? "of the right kind" : wanted(type);
        return answer(invalid(List.of(new Refusal.Violation(ex.getName(), "is not " + wanted + "."))));
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(Exception bug, WebRequest request) throws Exception {
        if (bug instanceof org.springframework.security.core.AuthenticationException
                || bug instanceof org.springframework.security.access.AccessDeniedException) {
            throw bug; // Spring Security answers these
        }
        log.error("unexpected failure in {}", request.getDescription(false), bug);
        return answer(Problem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unexpected",
                "Something failed on our side. Nothing you sent before is lost; try again."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception ex, @Nullable Object said, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var body = said == null && ex instanceof ErrorResponse error
                ? error.updateAndGetBody(getMessageSource(), LocaleContextHolder.getLocale())
                : said;
        if (body instanceof ProblemDetail problem && URI.create("about:blank").equals(typeOf(problem))) {
            problem.setType(Problem.type(
                    HttpStatus.valueOf(status.value()).name().toLowerCase().replace('_', '-')));
        }
        var answer = super.handleExceptionInternal(ex, body, headers, status, request);
        return answer == null || answer.getBody() == null
                ? answer
                : answer(answer.getBody(), answer.getStatusCode(), answer.getHeaders());
    }

    private static URI typeOf(ProblemDetail problem) {
        var type = problem.getType();
        return type == null ? URI.create("about:blank") : type;
    }

    private static ProblemDetail invalid(List<Refusal.Violation> violations) {
        var first = violations.isEmpty()
                ? "The request is not valid."
                : violations.getFirst().field() + " " + violations.getFirst().message();
        var problem = Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", first);
        problem.setProperty("errors", violations);
        return problem;
    }

    private static String path(JacksonException ex) {
        var path = new StringBuilder();
        for (var step : ex.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "of the right kind";
        }
        if (type.isEnum()) {
            return "one of " + java.util.Arrays.toString(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID";
            case "String" -> "a text";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "LocalDate" -> "a date such as 2026-05-14";
            case "LocalTime" -> "a time such as 09:30";
            case "OffsetDateTime", "Instant" -> "a time such as 2026-05-14T10:30:00-05:00";
            case "List", "ArrayList" -> "a list";
            default -> "an object of the documented shape";
        };
    }

    private static String sentence(@Nullable String message) {
        return message == null ? "is not valid." : message.endsWith(".") ? message : message + ".";
    }

    private static String lastNode(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}

package io.doorstep.capture.page;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a visitor reads of an agency that is closed for now. Neither why, nor for how long, nor that it may be for good. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class AwayPage {

    @ExceptionHandler
    ModelAndView away(PublicAgencies.Away away, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER,
                String.valueOf(away.refusal().retryAfter().toSeconds()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("public/away", HttpStatus.SERVICE_UNAVAILABLE);
    }
}

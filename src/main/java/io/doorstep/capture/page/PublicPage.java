package io.doorstep.capture.page;

import io.doorstep.tenancy.Agency;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What every public page shows of its agency, and the page for links that lead nowhere. */
final class PublicPage {

    private PublicPage() {}

    static ModelAndView of(Agency agency, String template) {
        return new ModelAndView(template).addObject("agency", agency);
    }

    /** Says the same whatever the reason. */
    static ModelAndView notFound() {
        return new ModelAndView("public/not-found", HttpStatus.NOT_FOUND);
    }
}

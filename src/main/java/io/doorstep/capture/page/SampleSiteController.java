package io.doorstep.capture.page;

import io.doorstep.tenancy.Agency;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What an agency's own web site with the widget looks like. Only for synthetic agencies: a real one has its own. */
@Controller
@Hidden
class SampleSiteController {

    private static final int HOMES = 6;

    private final PublicAgencies agencies;
    private final Showcase showcase;

    SampleSiteController(PublicAgencies agencies, Showcase showcase) {
        this.agencies = agencies;
        this.showcase = showcase;
    }

    @GetMapping("/demo/{slug}")
    ModelAndView site(@PathVariable String slug) {
        return agencies.bySlug(slug).filter(Agency::synthetic).map(this::site).orElseGet(PublicPage::notFound);
    }

    private ModelAndView site(Agency agency) {
        return PublicPage.of(agency, "public/site")
                .addObject("homes", agencies.within(agency, () -> showcase.newest(HOMES)))
                .addObject("areas", agency.areas().stream().limit(3).toList());
    }
}

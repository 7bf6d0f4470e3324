package io.doorstep.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells the browser to refuse. Pages that differ (the chat in an agency's frame) set their own content security policy. */
final class PageHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final long TWO_YEARS_SECONDS = 63_072_000;

    /** Nothing of the device is needed, but a passkey. */
    private static final String PERMISSIONS =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), "
                    + "payment=(), serial=(), usb=(), publickey-credentials-create=(self), publickey-credentials-get=(self)";

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(Csp.APP))
                .frameOptions(frames -> frames.disable()) // frame-ancestors says it, per page
                // Our own pages may know where a visitor came from; other sites learn nothing, so links with tokens
                // stay here.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .addHeaderWriter(new ResourcePolicy())
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .contentTypeOptions(withDefaults())
                .httpStrictTransportSecurity(
                        hsts -> hsts.maxAgeInSeconds(TWO_YEARS_SECONDS).includeSubDomains(true));
    }
}

package io.doorstep.identity;

import static org.springframework.security.config.Customizer.withDefaults;

import io.doorstep.platform.Problem;
import io.doorstep.platform.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.ObjectMapper;

/** Deny by default: every route under {@code /api} needs a member, and what is not listed here is refused. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** What a member needs to get a second factor, or to show it, or to leave. */
    private static final String[] WITHOUT_SECOND_FACTOR = {
        "/api/me",
        "/api/me/agency",
        "/api/me/confirm/**",
        "/api/me/factors",
        "/api/me/passkeys/**",
        "/api/me/totp",
        "/api/me/recovery-codes"
    };

    private final ObjectMapper json;

    Security(ObjectMapper json) {
        this.json = json;
    }

    @Bean
    SecurityFilterChain routes(
            HttpSecurity http, SignedIn signedIn, FairShare fairShare, SecondFactorPolicy secondFactor)
            throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.spa().requireCsrfProtectionMatcher(SignedIn::needsCsrfToken))
                .httpBasic(basic -> basic.disable())
                .formLogin(form -> form.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .headers(new PageHeaders())
                .cors(withDefaults()) // which origins may read: the rooms with open doors say it
                .addFilterBefore(signedIn, AnonymousAuthenticationFilter.class)
                .addFilterBefore(new BodyLimit(), CsrfFilter.class)
                .addFilterAfter(fairShare, AuthorizationFilter.class)
                .addFilterAfter(
                        new TenantScopeFilter(
                                (response, code, detail) -> problem(response, HttpStatus.FORBIDDEN, code, detail)),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ASYNC, jakarta.servlet.DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, OpenRoutes.POSTS.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/invitations/look", "/api/invitations/accept")
                        .permitAll()
                        .requestMatchers("/api/sign-in/**")
                        .permitAll()
                        .requestMatchers(WITHOUT_SECOND_FACTOR)
                        .hasAnyAuthority(SignedIn.MEMBER, SignedIn.OWING)
                        .requestMatchers("/api/**")
                        .hasAuthority(SignedIn.MEMBER)
                        .requestMatchers(
                                "/public/**", "/c/**", "/a/**", "/chat/**", "/demo/**", "/keep/**", "/widget.js")
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .denyAll()
                        .requestMatchers("/error")
                        .denyAll() // the server goes there by itself; asked for by name it would answer 500
                        .requestMatchers(HttpMethod.GET, "/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, "/**")
                        .permitAll() // pages and files of the web app; they hold no data without a session
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint((_, response, _) -> problem(
                                response,
                                HttpStatus.UNAUTHORIZED,
                                "not-signed-in",
                                "Sign in first; the session is missing or has ended."))
                        .accessDeniedHandler((_, response, _) -> {
                            var why = owed(secondFactor);
                            problem(response, HttpStatus.FORBIDDEN, why.code(), why.detail());
                        }))
                .build();
    }

    /** What a proxy and we could read differently, such as a doubled slash, is refused before anything looks at it. */
    @Bean
    RequestRejectedHandler rejected() {
        return (_, response, _) -> problem(
                response,
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The address or a header holds characters that are not taken. Check both.");
    }

    /** The filter runs inside the security chain only. */
    @Bean
    FilterRegistrationBean<SignedIn> signedInOnlyInChain(SignedIn filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FairShare> fairShareOnlyInChain(FairShare filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    private static Refusal.Forbidden owed(SecondFactorPolicy secondFactor) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var owed = authentication != null && authentication.getPrincipal() instanceof CurrentMember member
                ? secondFactor.objectionTo(member)
                : Optional.<Refusal.Forbidden>empty();
        return owed.orElseGet(() -> new Refusal.Forbidden(
                "refused", "This request is not allowed, or its CSRF token is missing or old. Reload the page."));
    }

    private void problem(HttpServletResponse response, HttpStatus status, String code, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Problem.of(status, code, detail));
    }
}

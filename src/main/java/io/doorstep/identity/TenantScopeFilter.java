package io.doorstep.identity;

import io.doorstep.tenancy.TenantScope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Enters the member's tenant for the rest of the request. It comes from the session or token, never from the request's own data. */
final class TenantScopeFilter extends OncePerRequestFilter {

    private final Forbidden forbidden;

    TenantScopeFilter(Forbidden forbidden) {
        this.forbidden = forbidden;
    }

    interface Forbidden {
        void write(HttpServletResponse response, String code, String detail) throws IOException;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof CurrentMember member)) {
            chain.doFilter(request, response);
            return;
        }
        if (ViewerReadsOnly.refuses(member, request.getMethod(), request.getRequestURI())) {
            forbidden.write(
                    response,
                    "role-may-not",
                    "A viewer looks at everything and changes nothing. Ask an owner or admin for another role.");
            return;
        }
        ScopedValue.CallableOp<Boolean, Exception> rest = () -> {
            chain.doFilter(request, response);
            return true;
        };
        var actor = member.actor(request.getRemoteAddr());
        try {
            if (ViewerReadsOnly.isOwn(request.getRequestURI())) {
                TenantScope.callAs(member.tenant(), actor, rest);
            } else {
                TenantScope.callLimited(member.tenant(), actor, rest);
            }
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}

package io.doorstep.testing;

import io.doorstep.identity.AddMember;
import io.doorstep.identity.SignUp;
import io.doorstep.tenancy.Agencies;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionTemplate;

@TestConfiguration(proxyBeanMethods = false)
class TestApplication {

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }

    @Bean
    TestAgencies testAgencies(SignUp signUp, AddMember addMember, Agencies agencies, TransactionTemplate transaction) {
        return new TestAgencies(signUp, addMember, agencies, transaction);
    }

    static final class Properties implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = TestDatabase.shared();
            TestPropertyValues.of(
                            "doorstep.db.url=" + database.url(),
                            "doorstep.db.admin-user=" + database.adminUser(),
                            "doorstep.secret=a secret for tests only, of enough length",
                            "doorstep.url=http://localhost",
                            "doorstep.mail.host=127.0.0.1",
                            "doorstep.mail.port=" + MailServer.shared().port(),
                            "doorstep.mail.tls=off",
                            "doorstep.limits.sign-in-per-minute=10000",
                            "doorstep.standing.stale=200ms",
                            "doorstep.limits.messages-per-minute=100000",
                            "doorstep.limits.requests-per-minute=100000000")
                    .applyTo(context);
        }
    }
}

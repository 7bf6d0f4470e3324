package io.doorstep.assistant;

import io.doorstep.language.LanguageEngine;
import io.doorstep.language.LocalEngine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The built-in engine speaks wherever no other one is set up. */
@Configuration(proxyBeanMethods = false)
class LocalLanguage {

    @Bean
    @ConditionalOnMissingBean
    LanguageEngine languageEngine() {
        return new LocalEngine();
    }
}

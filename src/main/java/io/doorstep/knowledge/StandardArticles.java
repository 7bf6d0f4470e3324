package io.doorstep.knowledge;

import io.doorstep.tenancy.AgencyProvisioner;
import java.util.List;
import org.springframework.stereotype.Component;

/** A new agency gets the articles that are true of every agency here: how this chat and its bookings work. All else is for it to write. */
@Component
class StandardArticles implements AgencyProvisioner {

    private static final List<ArticleText> TEXTS = List.of(
            new ArticleText(
                    "Booking a viewing in this chat",
                    List.of("How do I book a viewing?", "How can I schedule a tour?"),
                    "Say here which home you would like to see, and you get times that are free. Pick one and it is"
                            + " booked at once; the confirmation stands here in the chat.",
                    "en",
                    true),
            new ArticleText(
                    "Changing or cancelling a viewing",
                    List.of("How do I reschedule my appointment?", "How can I cancel my viewing?"),
                    "Use the link in your confirmation to pick another time or to cancel, or write it here.",
                    "en",
                    true),
            new ArticleText(
                    "Reservar una visita en este chat",
                    List.of("¿Cómo reservo una visita?", "¿Cómo agendo una cita?"),
                    "Escriba aquí qué vivienda le gustaría ver y recibirá horarios libres. Elija uno y queda reservado"
                            + " de inmediato; la confirmación queda aquí en el chat.",
                    "es",
                    true),
            new ArticleText(
                    "Cambiar o cancelar una visita",
                    List.of("¿Cómo cambio mi cita?", "¿Cómo cancelo la visita?"),
                    "Use el enlace de su confirmación para elegir otro horario o cancelar, o escríbalo aquí.",
                    "es",
                    true));

    private final Knowledge knowledge;

    StandardArticles(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void provision(NewAgency agency) {
        TEXTS.forEach(knowledge::add);
    }
}

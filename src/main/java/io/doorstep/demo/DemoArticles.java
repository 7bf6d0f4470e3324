package io.doorstep.demo;

import io.doorstep.knowledge.ArticleText;
import java.util.List;

/** What the demo agencies want their assistant to say. */
final class DemoArticles {

    private static final List<ArticleText> AUSTIN = List.of(
            english(
                    "Office hours",
                    "We are at 410 Rio Grande Street, Monday to Friday from 9 AM to 6 PM and Saturday from 10 AM to 2"
                            + " PM. On Sundays the office is closed, and viewings are by appointment.",
                    "When are you open?",
                    "What are your office hours?",
                    "Where is your office?"),
            english(
                    "Signing before a tour",
                    "Since August 2024 an agent who works with a multiple listing service needs a written agreement"
                            + " with a buyer before the two tour a home together. It says what we do for you and how we"
                            + " are paid, and it can be for a single day. Coming to an open house on your own needs none.",
                    "Do I have to sign something before a tour?",
                    "Why do I need a buyer agreement to see a house?"),
            english(
                    "What to bring when you apply to rent",
                    "Bring a photo ID, your last three pay slips and your present landlord's address. The application"
                            + " is made online, and you hear from us within two working days.",
                    "What documents do I need to apply?",
                    "How long does a rental application take?"),
            english(
                    "Parking at the office",
                    "Visitors park free in the spaces marked H&P behind the building, entered from 5th Street.",
                    "Where do I park?"),
            english(
                    "How we prepare a sale",
                    "We visit the home, go through recent sales nearby with you, have it photographed and measured,"
                            + " and publish it on all large portals. Two open houses follow in the first ten days.",
                    "How do you market my home?",
                    "What do you do to sell my house?"),
            new ArticleText(
                    "Horario de la oficina",
                    List.of("¿A qué hora abren?", "¿Dónde está la oficina?"),
                    "Estamos en 410 Rio Grande Street, de lunes a viernes de 9 a 18 h y los sábados de 10 a 14 h. Los"
                            + " domingos la oficina está cerrada y las visitas son con cita.",
                    "es",
                    true));

    private static final List<ArticleText> LONDON = List.of(
            english(
                    "Opening hours",
                    "Our office on Mare Street is open Monday to Saturday from 9 to 6.",
                    "When are you open?",
                    "What are your opening hours?"),
            english(
                    "What to bring to rent a flat",
                    "Bring photo ID, proof of your right to rent and your last three payslips. Referencing takes about"
                            + " three working days.",
                    "What documents do I need to rent?",
                    "How long does referencing take?"));

    private DemoArticles() {}

    static List<ArticleText> of(DemoAgency agency) {
        return agency.american() ? AUSTIN : LONDON;
    }

    private static ArticleText english(String title, String body, String... questions) {
        return new ArticleText(title, List.of(questions), body, "en", true);
    }
}

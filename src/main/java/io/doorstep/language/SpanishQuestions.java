package io.doorstep.language;

/** {@link Questions} in Spanish, with usted; words that are understood from Madrid to Mexico City. */
final class SpanishQuestions {

    private SpanishQuestions() {}

    static String ask(Question question) {
        return switch (question) {
            case INTENT -> "¿Busca comprar, alquilar o vender?";
            case AREA -> "¿En qué zona busca?";
            case PRICE -> "¿Qué rango de precio tiene en mente?";
            case BEDS -> "¿Cuántas habitaciones necesita?";
            case BATHS -> "¿Cuántos baños necesita?";
            case MUST_HAVES -> "¿Hay algo que la vivienda deba tener, como garaje, lavandería o patio?";
            case PROPERTY_TYPE -> "¿Qué tipo de vivienda busca: casa, condominio, casa adosada o apartamento?";
            case TIMELINE -> "¿Para cuándo le gustaría mudarse?";
            case MOVE_IN -> "¿Cuándo le gustaría entrar a vivir?";
            case FINANCING -> "¿Pagaría al contado, ya tiene una preaprobación o falta tramitar la hipoteca?";
            case MOTIVATION -> "¿Qué le hace pensar en mudarse?";
            case REPRESENTED -> "¿Ya trabaja con algún agente?";
            case CURRENT_HOME -> "¿Necesita vender antes otra vivienda?";
            case PETS -> "¿Viviría alguna mascota con usted?";
            case PROPERTY_ADDRESS -> "¿Cuál es la dirección de la vivienda?";
            case PRICE_EXPECTATION -> "¿Qué precio espera obtener?";
            case NAME -> "¿A nombre de quién lo anoto?";
            case CONTACT -> "¿Cuál es el mejor teléfono o correo electrónico para contactarle?";
            case CONSENT -> "¿Podemos contactarle por ahí acerca de su búsqueda?";
            case LISTING -> "¿De qué vivienda se trata?";
            case VISIT -> "¿Le gustaría verla?";
            case VISIT_TIME -> "¿Qué día y a qué hora le vendría bien una visita?";
            case CONFIRM -> "¿Es correcto?";
            case ANYTHING_ELSE -> "¿Puedo ayudarle en algo más?";
        };
    }

    static String clarify(Question question) {
        return switch (question) {
            case INTENT -> "¿Es para comprar, alquilar o vender?";
            case AREA -> "Basta con el nombre de una ciudad o de una zona.";
            case PRICE, PRICE_EXPECTATION -> "Basta con una cifra aproximada, como 650 mil o 2,400 al mes.";
            case BEDS, BATHS -> ask(question) + " Basta con un número.";
            case TIMELINE, MOVE_IN -> ask(question) + " Basta con el mes.";
            case VISIT_TIME -> ask(question) + " Por ejemplo: el sábado a las 10.";
            case CONTACT -> "Basta con un teléfono con código de área o un correo electrónico.";
            case MUST_HAVES,
                    PROPERTY_TYPE,
                    FINANCING,
                    MOTIVATION,
                    REPRESENTED,
                    CURRENT_HOME,
                    PETS,
                    PROPERTY_ADDRESS,
                    NAME,
                    CONSENT,
                    LISTING,
                    VISIT,
                    CONFIRM,
                    ANYTHING_ELSE -> ask(question);
        };
    }
}

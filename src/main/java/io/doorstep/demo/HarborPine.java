package io.doorstep.demo;

import java.time.ZoneId;
import java.util.List;

/** Harbor &amp; Pine Realty in Austin: a thousand leads in ninety days, about forty open deals. */
final class HarborPine {

    // name | pipeline | stage | owner | source | interest | beds | type | area | thousands | next action | title | due
    // in hours
    private static final String CAST = """
            Gloria Hensley|BUYER|NEW|3|ADS|H|4|house|Tarrytown|1250|CALL|Claim, then call|0.1
            Owen Tran|BUYER|NEW|3|PORTAL|W|2|condo|Mueller|465|CALL|First call|-0.45
            Lena & Paul Hofmann|BUYER|NEW|1|WEB_CHAT|W|3|house|Circle C|580|ASSISTANT|Assistant is asking|1
            Ray Dupont|BUYER|NEW|2|FORM|N|1|condo|Downtown|390|MESSAGE|Send the monthly list|26
            Tess Adeyemi|BUYER|NEW|3|PORTAL|W|2|house|Rosewood|455|CALL|Call, attempt 2 of 6|7
            Rowan Castle|BUYER|NEW|4|SMS|N|2|house|Bouldin Creek|540|ASSISTANT|Assistant is asking|1
            Camille Ortega|BUYER|CONTACTED|1|WEB_CHAT|H|4|house|Westlake Hills|1250|MESSAGE|Answer her|0.2
            Bea Nakamura|BUYER|CONTACTED|1|WEB_CHAT|W|2|condo|Hyde Park|525|EMAIL|Send lender intro|2.5
            Curtis Wade|BUYER|CONTACTED|4|PORTAL|W|3|house|Pflugerville|385|CALL|Second call|-19
            Ines Marchetti|BUYER|CONTACTED|3|ADS|W|2|townhouse|East Riverside|430|CALL|Call, attempt 3 of 6|6
            Gordon Pike|BUYER|CONTACTED|2|FORM|N|1|land|Dripping Springs|310|EMAIL|E-mail, attempt 4 of 6|28
            Amara Diallo|BUYER|CONTACTED|1|REFERRAL|W|3|house|Cherrywood|610|EMAIL|E-mail, no texts|30
            Ken Whitaker|BUYER|CONTACTED|3|ADS|W|3|house|Travis Country|820|CALL|Call, attempt 3 of 6|27
            Steve Kowalski|BUYER|CONTACTED|4|PORTAL|N|2|condo|St. Elmo|350|CALL|Weekly status call|90
            Theo Brandt|BUYER|CONTACTED|1|WEB_CHAT|W|3|house|South Lamar|540|MESSAGE|Confirm the budget|1.5
            Nora Whitfield|BUYER|QUALIFIED|1|WEB_CHAT|H|3|house|Travis Heights|650|BOOK|Confirm Saturday 10:30 with Nora|1
            Devon Price|BUYER|QUALIFIED|2|REFERRAL|H|3|house|Barton Hills|815|BOOK|Book a viewing|4
            Sofia Lindgren|BUYER|QUALIFIED|3|WEB_CHAT|W|2|condo|Bouldin Creek|560|EMAIL|Send lender intro|26
            Mina Petrov|BUYER|QUALIFIED|1|FORM|H|2|condo|Zilker|550|BOOK|Send two times|5
            Hal Jennings|BUYER|QUALIFIED|4|ADS|W|4|house|Steiner Ranch|745|BOOK|Book a viewing|28
            Maya Castellanos|BUYER|APPOINTMENT_SET|1|WEB_CHAT|H|3|house|Zilker|720|MEET|Viewing, Hether St|4
            Ruth & Eli Abrams|BUYER|APPOINTMENT_SET|2|REFERRAL|H|4|house|Tarrytown|1100|MEET|Viewing, 2 homes|48
            Kofi Mensah|BUYER|APPOINTMENT_SET|3|PORTAL|W|2|condo|Windsor Park|410|MEET|Confirm tomorrow|6
            Jill Sandoval|BUYER|APPOINTMENT_SET|4|ADS|W|2|condo|Crestview|380|MEET|Phone consult|90
            Peter Voss|BUYER|APPOINTMENT_SET|3|WEB_CHAT|H|3|house|Allandale|690|OUTCOME|Record the outcome|-16
            Yuki Tanaka|BUYER|MET|1|REFERRAL|H|2|condo|Clarksville|785|DOCUMENT|Send the buyer agreement|2
            Dale Brennan|BUYER|MET|2|PORTAL|W|3|house|Brushy Creek|455|CALL|Call after viewing|6
            Farah Aziz|BUYER|AGREEMENT_SIGNED|1|REFERRAL|H|4|house|Northwest Hills|895|BOOK|Plan the first tour|7
            Colin Reyes-Hart|BUYER|AGREEMENT_SIGNED|2|WEB_CHAT|H|3|house|Mueller|585|BOOK|Plan the first tour|23
            Nadia Duarte|BUYER|SHOWING|1|WEB_CHAT|H|3|house|Govalle|510|CALL|Weekly status call|3
            Hugo Silva|BUYER|SHOWING|1|PORTAL|H|3|house|Mueller|585|EMAIL|Weekly status e-mail|8
            Irene Novak|BUYER|SHOWING|2|ADS|H|4|house|Steiner Ranch|760|CALL|Weekly status call|50
            Samuel Okoye|BUYER|SHOWING|4|WEB_CHAT|W|3|house|Windsor Park|495|CALL|Call after the tour|27
            Grace Kim|BUYER|SHOWING|3|PORTAL|W|3|house|Pflugerville|405|CALL|Weekly status call|75
            Felix Navarro|BUYER|OFFER|1|WEB_CHAT|H|2|condo|Galindo|445|CALL|Follow the offer up|9
            Lucia Romero|BUYER|OFFER|2|REFERRAL|H|3|house|Montopolis|475|CALL|Follow the offer up|25
            Adam Ferris|BUYER|UNDER_CONTRACT|1|REFERRAL|H|3|house|Hyde Park|735|DOCUMENT|Check the inspection report|26
            Priscilla Dean|BUYER|UNDER_CONTRACT|4|WEB_CHAT|H|3|house|Sunset Valley|605|DOCUMENT|Check the closing steps|72
            Martin Lowe|BUYER|UNDER_CONTRACT|2|FORM|H|4|house|Crestview|720|DOCUMENT|Chase the appraisal|-5
            Wes Aldridge|SELLER|CONTACTED|3|FORM|W|3|house|Lakeway|298|CALL|Call again|20
            Judith Harlan|SELLER|QUALIFIED|1|REFERRAL|H|4|house|Rollingwood|1450|BOOK|Book the pricing visit|5
            Omar Ortiz|SELLER|APPOINTMENT_SET|2|WEB_CHAT|H|3|house|Cherrywood|640|MEET|Pricing visit|30
            Helen Kessler|SELLER|LISTED|1|REFERRAL|H|3|house|Hyde Park|865|CALL|Weekly status call|49
            Gil Navarro|RENTAL|VIEWING_SET|4|WEB_CHAT|W|2|apartment|Galindo|2100|MEET|Viewing|28
            Dana Lee|RENTAL|QUALIFIED|3|PORTAL|W|1|apartment|Mueller|1750|BOOK|Book a viewing|6
            Marco Price|RENTAL|APPLICATION|2|PORTAL|H|2|apartment|Downtown|2650|DOCUMENT|Check the application|24
            """;

    private static final String HOMES = """
            Alta Vista bungalow|2104 Alta Vista Ave|Travis Heights|SALE|HOUSE|645|3|2|1680|1948|1|In Unit|Yes||Hardwood Floors,Yard,Deck
            Kenwood cottage|1711 Kenwood Ave|Travis Heights|SALE|HOUSE|659|3|2|1590|1952|1|In Unit|||Hardwood Floors,Yard
            Hether Street house|1809 Hether St|Zilker|SALE|HOUSE|718|3|2.5|1840|2016|2|Laundry Room|||Kitchen Island,Patio
            Redbud Trail house|2204 Redbud Trail|Westlake Hills|SALE|HOUSE|1240|4|3.5|3120|1994|3|Laundry Room||85|Fireplace,Terrace,Garden
            Kinney corner|2204 Kinney Ave|Zilker|SALE|HOUSE|835|3|2|1760|1938|0|In Unit|||Hardwood Floors,Corner Lot
            Mattie Street condo|4811 Mattie St|Mueller|SALE|CONDO|459|2|2|1120|2018|1|In Unit|Cats OK|310|Balcony,Elevator
            Tom Miller townhome|1917 Tom Miller St|Mueller|SALE|TOWNHOUSE|578|3|2.5|1710|2017|2|Laundry Room||95|Roof Terrace
            Avenue G craftsman|4302 Avenue G|Hyde Park|SALE|HOUSE|749|3|2|1620|1925|0|In Unit|||Front Porch,Hardwood Floors
            Sunny Lane condo|1208 Sunny Ln, Unit 4|Bouldin Creek|SALE|CONDO|549|2|2|1080|2008|1|In Unit|Yes|275|Balcony
            Far West family home|7106 Far West Blvd|Northwest Hills|SALE|HOUSE|889|4|3|2740|1986|2|Laundry Room||60|Yard,Fireplace
            Brushy Creek house|16204 Brushy Bend Dr|Brushy Creek|SALE|HOUSE|449|3|2|1890|2003|2|Laundry Room||45|Yard,Covered Patio
            Cherrywood duplex half|1806 Walnut Ave|Cherrywood|SALE|TOWNHOUSE|598|3|2|1510|1979|1|In Unit|||Yard
            Rainey flat|88 Harbor View, Unit 1204|Downtown|RENT|APARTMENT|2600|2|2|1050|2014|1|In Unit|Cats OK,Dogs OK||Balcony,Elevator,Gym
            Galindo garden flat|2811 Ivy Trail, Unit B|Galindo|RENT|APARTMENT|2050|2|1|890|1996||Common Area|Cats OK||Garden
            Mueller studio flat|1901 Garden Walk, Unit 210|Mueller|RENT|APARTMENT|1720|1|1|640|2019||In Unit|No||Elevator
            """;

    static DemoAgency agency() {
        return new DemoAgency(
                "harbor-pine",
                "Harbor & Pine Realty",
                ZoneId.of("America/Chicago"),
                "USD",
                165,
                "harbor-pine.example",
                List.of("Grace Lindqvist", "Ana Reyes", "Priya Nair", "Tom Okafor", "Marcus Bell"),
                List.of(
                        "Travis Heights",
                        "Zilker",
                        "Mueller",
                        "Hyde Park",
                        "Bouldin Creek",
                        "Westlake Hills",
                        "Tarrytown",
                        "Barton Hills",
                        "Cherrywood",
                        "Windsor Park",
                        "Crestview",
                        "Allandale",
                        "Northwest Hills",
                        "Brushy Creek",
                        "Pflugerville",
                        "Steiner Ranch",
                        "South Lamar",
                        "East Riverside",
                        "Govalle",
                        "Galindo",
                        "Downtown"),
                DemoAgency.homes(HOMES),
                DemoAgency.cast(CAST),
                955);
    }

    private HarborPine() {}
}

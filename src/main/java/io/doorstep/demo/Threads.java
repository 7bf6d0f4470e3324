package io.doorstep.demo;

import java.util.List;
import java.util.Map;

/**
 * Conversations written by hand, for the people that everybody meets first. A line is who speaks (lead, assistant, member), minutes after
 * the line before, and the words; {@code {key=value#display#words}} marks a fact and its evidence in place.
 */
final class Threads {

    private static final Map<String, String> WRITTEN = Map.of(
            "Nora Whitfield", """
                    L|0|hi, we're {intent="buy"#Buy#looking for} a {beds=3#3 beds#3 bed} near {areas=["Travis Heights"]#Travis Heights#Travis Heights}, {price={"max":65000000,"currency":"USD"}#about $650k#around 650k}, hopefully {timeline={"horizonDays":90}#before school starts#before school starts}, we {financing="PRE_APPROVED"#Pre-approved#already have a pre-approval}
                    A|0.02|Hi, I'm Harbor & Pine's automated assistant. Pre-approved for a 3 bed near Travis Heights around $650k, in before school starts: got it. Would you need to sell a home first?
                    L|2|No, {currentHome={"owns":false}#Rents#we rent}, {timeline={"horizonDays":78}#in 11 weeks#the lease ends in 11 weeks} and the {motivation="landlord is selling"#Landlord is selling#landlord is selling}. A {mustHaves.yard=true#Yard#yard for the dog} would be great
                    A|0.02|A yard it is. What is your name, and where can your agent reach you?
                    L|1|{contact.name="Nora Whitfield"#Nora Whitfield#Nora Whitfield}, {contact.phone="+15125550173"#(512) 555-0173#512 555 0173}
                    A|0.02|Thank you, Nora. Ana Reyes looks after Travis Heights and writes to you in the morning. Two homes with yards fit already.
                    M|560|Morning Nora! Ana here, the person behind the chat. Two homes fit, both with yards: 2104 Alta Vista and 1711 Kenwood. Want to walk through on Saturday?
                    L|31|Yes please! {visitPreference="saturday morning"#Saturday morning#Saturday morning} works best
                    """,
            "Camille Ortega", """
                    L|0|Hi, is {listingRef="Redbud Trail house"#Redbud Trail#the house on Redbud Trail} still for sale? {financing="CASH"#Cash#cash from the sale} of ours, {price={"max":125000000,"currency":"USD"}#up to $1.25M#budget up to 1.25}
                    A|0.03|Hi, I'm Harbor & Pine's automated assistant. Yes, Redbud Trail is for sale at $1.24M. When would you like to have moved?
                    L|3|{timeline={"horizonDays":75}#in two to three months#In two to three months}. Is Westlake safe? Are the schools any good?
                    A|0.02|I can't rate areas or schools. The Texas Education Agency publishes a report for every school, and Austin Police publishes a crime map. I can send you both links. Is a garage a must?
                    L|14|{mustHaves.garage=true#3-car garage#3-car ideally}. Honestly, what commission do you take? I'd rather talk to a person
                    A|0.02|Of course. I've asked Ana Reyes to join, she works in Westlake Hills. Fees are hers to answer.
                    M|1|Hi Camille, this is Ana, a real person. Gladly. Is a short call easier, say at eleven?
                    L|2|Eleven works. And can I see {visitPreference="saturday"#Saturday#Redbud on Saturday}?
                    """,
            "Theo Brandt", """
                    L|0|hello, {intent="buy"#Buy#want to buy} a {beds=3#3 beds#3 bedroom} house around {areas=["South Lamar"]#South Lamar#South Lamar}, {price={"min":50000000,"max":55000000,"currency":"USD"}#$500k to $550k#500 to 550}
                    A|0.02|Hi, I'm Harbor & Pine's automated assistant. A 3 bedroom around South Lamar for 500 to 550: noted. Have you spoken to a lender yet?
                    L|5|{financing="IN_PROGRESS"#Pre-approval under way#the pre-approval is under way}, should have it next week. I'm {contact.name="Theo Brandt"#Theo Brandt#Theo Brandt}, {contact.email="theo.brandt@example.com"#theo.brandt@example.com#theo.brandt@example.com}
                    A|0.02|Thank you, Theo. When would you like to move?
                    L|8|{timeline={"horizonDays":110}#in about four months#In about four months}, no rush. Maybe we could stretch to 560
                    M|95|Hi Theo, Ana here. 540 or 560: which should I search by? Two on Kinney just came up.
                    """,
            "Owen Tran", """
                    L|0|Is {listingRef="Mattie Street condo"#4811 Mattie St#4811 Mattie St} still available? {visitPreference="today after 5"#Today after 5#Can I see it today after 5}
                    """,
            "Lena & Paul Hofmann", """
                    L|0|Hello, my husband and I {intent="buy"#Buy#are looking for} {beds=3#3 beds#3 bedrooms} in {areas=["Circle C"]#Circle C#Circle C}, {price={"max":58000000,"currency":"USD"}#up to $580k#up to 580k}
                    A|0.02|Hi, I'm Harbor & Pine's automated assistant. 3 bedrooms in Circle C up to $580k: got it. Do you own a home at the moment?
                    L|2|We would {currentHome={"mustSellFirst":true}#Must sell first#have to sell in Cedar Park first}
                    A|0.02|Understood. Roughly when would you like to have moved?
                    """,
            "Curtis Wade", """
                    L|0|Looking for a {beds=3#3 beds#3 bed} in {areas=["Pflugerville"]#Pflugerville#Pflugerville} {price={"max":38500000,"currency":"USD"}#under $385k#under 385k}. {timeline={"horizonDays":150}#in five months#Lease is up in five months}
                    A|0.03|Hi, I'm Harbor & Pine's automated assistant. A 3 bed in Pflugerville under $385k. Where can your agent reach you?
                    L|4|{contact.phone="+15125550148"#(512) 555-0148#512 555 0148}
                    M|180|Hi Curtis, Marcus here. I'll send you the Pflugerville list tonight.
                    L|1500|Any news on the Pflugerville list?
                    """,
            "Amara Diallo", """
                    L|0|A friend sent me. We want a {beds=3#3 beds#three bed} in {areas=["Cherrywood"]#Cherrywood#Cherrywood}, {price={"max":61000000,"currency":"USD"}#around $610k#around 610}, {timeline={"horizonDays":100}#by spring#in three months or so}
                    A|0.02|Hi, I'm Harbor & Pine's automated assistant. A three bed in Cherrywood around $610k. Have you spoken to a lender?
                    L|6|{financing="IN_PROGRESS"#Pre-approval under way#Pre-approval is on its way}. E-mail is best: {contact.email="amara.diallo@example.com"#amara.diallo@example.com#amara.diallo@example.com}, please no texts
                    M|45|Hello Amara, Ana here. E-mail it is; two homes are in your inbox.
                    """,
            "Maya Castellanos", """
                    L|0|hey! {intent="buy"#Buy#want to buy} in {areas=["Zilker"]#Zilker#Zilker}, {beds=3#3 beds#3 bed}, {price={"max":72000000,"currency":"USD"}#up to $720k#up to 720}, {financing="PRE_APPROVED"#Pre-approved#pre-approved last week}
                    A|0.02|Hi, I'm Harbor & Pine's automated assistant. 3 bed in Zilker up to $720k, pre-approved. When would you like to move, and why now?
                    L|1|{timeline={"horizonDays":45}#in six weeks#in six weeks}, {motivation="new job downtown"#New job downtown#I start a new job downtown}. I'm {contact.name="Maya Castellanos"#Maya Castellanos#Maya Castellanos}, {contact.phone="+15125550121"#(512) 555-0121#512-555-0121}
                    A|0.02|Congratulations, Maya. 1809 Hether St fits. Ana is free this week; which time suits you?
                    L|2|{visitPreference="2 pm"#2 pm#2 pm is perfect}
                    A|0.02|Booked with Ana Reyes. The details are below, with a link to change the time.
                    M|700|See you at 2, park behind the house
                    """);

    static List<String> of(String name) {
        return WRITTEN.getOrDefault(name, "").lines().toList();
    }

    private Threads() {}
}

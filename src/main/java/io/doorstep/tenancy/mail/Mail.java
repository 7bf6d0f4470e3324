package io.doorstep.tenancy.mail;

/** A plain-text e-mail from the platform to one person. @param body lines; the last thing before the greeting is the link, alone on its line */
public record Mail(String to, String subject, String body) {}
